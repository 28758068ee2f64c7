/** One line of a log, read whatever its dialect. */
@NullMarked
package io.streamsmonitor.agents.logs.parse;

import org.jspecify.annotations.NullMarked;
