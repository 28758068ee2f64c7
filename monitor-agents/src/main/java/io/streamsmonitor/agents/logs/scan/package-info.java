/** Files read at the speed of memory: lines cut and looked at as bytes, before they are text. */
@NullMarked
package io.streamsmonitor.agents.logs.scan;

import org.jspecify.annotations.NullMarked;
