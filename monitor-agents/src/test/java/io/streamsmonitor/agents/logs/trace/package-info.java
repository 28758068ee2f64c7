/** Tests of stack traces. */
@NullMarked
package io.streamsmonitor.agents.logs.trace;

import org.jspecify.annotations.NullMarked;
