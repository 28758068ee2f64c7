@NullMarked
package io.streamsmonitor.examples.stock;

import org.jspecify.annotations.NullMarked;
