/** Stack traces of every usual language, joined to one event. */
@NullMarked
package io.streamsmonitor.agents.logs.trace;

import org.jspecify.annotations.NullMarked;
