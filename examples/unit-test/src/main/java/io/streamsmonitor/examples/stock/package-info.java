/** A service whose unit tests ask the monitor what it would say of it. */
@NullMarked
package io.streamsmonitor.examples.stock;

import org.jspecify.annotations.NullMarked;
