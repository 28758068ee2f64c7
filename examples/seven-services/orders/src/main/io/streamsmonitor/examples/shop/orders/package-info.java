/** Takes orders and closes them when their parcel has left. */
@NullMarked
package io.streamsmonitor.examples.shop.orders;

import org.jspecify.annotations.NullMarked;
