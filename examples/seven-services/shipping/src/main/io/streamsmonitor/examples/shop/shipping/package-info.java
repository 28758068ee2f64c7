/** Ships an order as soon as it is both paid and reserved. */
@NullMarked
package io.streamsmonitor.examples.shop.shipping;

import org.jspecify.annotations.NullMarked;
