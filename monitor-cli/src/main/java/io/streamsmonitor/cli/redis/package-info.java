/** The session's Redis: embedded, started by a command, or one that was there. */
@NullMarked
package io.streamsmonitor.cli.redis;

import org.jspecify.annotations.NullMarked;
