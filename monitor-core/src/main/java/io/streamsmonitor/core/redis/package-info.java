/** What the session asks of a Redis server, without saying which client answers. */
@NullMarked
package io.streamsmonitor.core.redis;

import org.jspecify.annotations.NullMarked;
