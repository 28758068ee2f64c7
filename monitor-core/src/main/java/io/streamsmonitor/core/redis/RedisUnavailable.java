package io.streamsmonitor.core.redis;

/** The server did not answer; the message says where it was looked for and why it failed. */
public final class RedisUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  public RedisUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  public RedisUnavailable(String message) {
    super(message);
  }
}
