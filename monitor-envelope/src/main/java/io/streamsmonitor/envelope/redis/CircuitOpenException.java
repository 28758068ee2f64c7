package io.streamsmonitor.envelope.redis;

import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** Thrown by a publisher, at once, while Redis is known to be away. */
public final class CircuitOpenException extends JedisConnectionException {
  private static final long serialVersionUID = 1;

  CircuitOpenException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
