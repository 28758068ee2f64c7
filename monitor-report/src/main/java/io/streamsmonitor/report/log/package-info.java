/**
 * The logs of a session folder, read as a stream: lines, their fields, the lifecycle events in
 * them.
 */
@NullMarked
package io.streamsmonitor.report.log;

import org.jspecify.annotations.NullMarked;
