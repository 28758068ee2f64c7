/** Rules run again over a recorded session. */
@NullMarked
package io.streamsmonitor.agents.replay;

import org.jspecify.annotations.NullMarked;
