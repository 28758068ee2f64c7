/** Log files followed by their identity, through rotation and truncation. */
@NullMarked
package io.streamsmonitor.agents.logs.follow;

import org.jspecify.annotations.NullMarked;
