/** Keeps running totals of what the shop sells. */
@NullMarked
package io.streamsmonitor.examples.shop.analytics;

import org.jspecify.annotations.NullMarked;
