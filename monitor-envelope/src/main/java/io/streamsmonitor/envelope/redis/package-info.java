/** The Jedis room: connections that can be listened to, and the commands of a consumer group. */
@NullMarked
package io.streamsmonitor.envelope.redis;

import org.jspecify.annotations.NullMarked;
