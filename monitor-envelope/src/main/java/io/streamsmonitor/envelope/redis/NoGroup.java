package io.streamsmonitor.envelope.redis;

import java.util.function.Supplier;
import redis.clients.jedis.exceptions.JedisDataException;

/** What Redis answers when a stream or its group does not exist, or no longer. */
final class NoGroup {
  private NoGroup() {}

  static boolean is(JedisDataException e) {
    String message = e.getMessage();
    // A reader that was blocked when the stream went away hears UNBLOCKED from Redis 7.0.
    return message != null && (message.contains("NOGROUP") || message.startsWith("UNBLOCKED"));
  }

  static <T> T orElse(T otherwise, Supplier<T> call) {
    try {
      return call.get();
    } catch (JedisDataException e) {
      if (is(e)) {
        return otherwise;
      }
      throw e;
    }
  }
}
