/** The one room that knows Jedis: it only looks, and no payload value leaves it. */
@NullMarked
package io.streamsmonitor.agents.streams.jedis;

import org.jspecify.annotations.NullMarked;
