/** The four agents, wired by constructor. */
@NullMarked
package io.streamsmonitor.agents;

import org.jspecify.annotations.NullMarked;
