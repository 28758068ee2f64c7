/** The Enhancement Scout: what the code of a fleet could do better. */
@NullMarked
package io.streamsmonitor.agents.scout;

import org.jspecify.annotations.NullMarked;
