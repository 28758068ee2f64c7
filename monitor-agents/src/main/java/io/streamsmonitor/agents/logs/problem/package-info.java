/** Whether a line says that something went wrong, and of what kind. */
@NullMarked
package io.streamsmonitor.agents.logs.problem;

import org.jspecify.annotations.NullMarked;
