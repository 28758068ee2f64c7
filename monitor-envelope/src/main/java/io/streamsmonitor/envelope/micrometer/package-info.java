/** Meters and observations for Micrometer. */
@NullMarked
package io.streamsmonitor.envelope.micrometer;

import org.jspecify.annotations.NullMarked;
