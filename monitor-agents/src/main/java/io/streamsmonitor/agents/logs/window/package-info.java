/** What the lines of a session have shown so far; all history that rules need. */
@NullMarked
package io.streamsmonitor.agents.logs.window;

import org.jspecify.annotations.NullMarked;
