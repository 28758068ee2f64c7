/** Sets stock aside for every order. */
@NullMarked
package io.streamsmonitor.examples.shop.inventory;

import org.jspecify.annotations.NullMarked;
