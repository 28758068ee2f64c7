/** The Log Watcher: what services write, read as evidence. */
@NullMarked
package io.streamsmonitor.agents.logs;

import org.jspecify.annotations.NullMarked;
