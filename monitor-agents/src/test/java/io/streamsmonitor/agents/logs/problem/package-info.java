/** Tests of what counts as a problem. */
@NullMarked
package io.streamsmonitor.agents.logs.problem;

import org.jspecify.annotations.NullMarked;
