/** Tells the customer that a parcel is on its way. */
@NullMarked
package io.streamsmonitor.examples.shop.notifications;

import org.jspecify.annotations.NullMarked;
