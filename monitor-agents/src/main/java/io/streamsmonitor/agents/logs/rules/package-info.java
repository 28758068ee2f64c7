/** The Log Watcher's rules, a class each. */
@NullMarked
package io.streamsmonitor.agents.logs.rules;

import org.jspecify.annotations.NullMarked;
