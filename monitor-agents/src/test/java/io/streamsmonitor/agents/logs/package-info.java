/** Tests of the Log Watcher as a whole. */
@NullMarked
package io.streamsmonitor.agents.logs;

import org.jspecify.annotations.NullMarked;
