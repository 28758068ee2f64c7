/** Tests of the Redis client room against a real server. */
@NullMarked
package io.streamsmonitor.agents.streams.jedis;

import org.jspecify.annotations.NullMarked;
