package io.streamsmonitor.core.redis;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The Redis of a session: one that was there, or one of our own. */
public interface RedisHost extends AutoCloseable {

  /** Where clients connect, such as {@code redis://127.0.0.1:6379}. */
  String url();

  /** {@link #url} as it may be shown: without a password. */
  String displayUrl();

  /** Whether this session started it, and so may save and stop it. */
  boolean ours();

  /** Starts it where it is ours to start; returns once it answers. */
  void start(Duration limit) throws IOException, RedisUnavailable;

  /** A new connection for looking. */
  RedisProbe connect() throws RedisUnavailable;

  /**
   * Saves (BGSAVE, waited for) and stops a server of our own; does nothing to any other.
   *
   * @return what was done, a line each, for shutdown.log
   */
  List<String> saveAndStop(Duration limit) throws IOException;

  @Override
  void close();
}
