/** Spans for OpenTelemetry: one for each publish, handling and acknowledgement. */
@NullMarked
package io.streamsmonitor.envelope.otel;

import org.jspecify.annotations.NullMarked;
