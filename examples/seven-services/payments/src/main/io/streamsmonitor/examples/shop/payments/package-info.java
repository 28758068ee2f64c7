/** Charges every order at the card gateway. */
@NullMarked
package io.streamsmonitor.examples.shop.payments;

import org.jspecify.annotations.NullMarked;
