/** Every event of one correlation id or message, across services, in order. */
@NullMarked
package io.streamsmonitor.report.trace;

import org.jspecify.annotations.NullMarked;
