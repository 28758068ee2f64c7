package io.streamsmonitor.envelope.redis;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * Lets publishers fail at once while Redis is away, instead of each waiting for its time-out.
 *
 * <p>Opens after five connection failures in a row; then one call a second is let through to look
 * whether Redis is back.
 */
final class CircuitBreaker {
  private static final int FAILURES = 5;
  private static final long LOOK_EVERY_NANOS = 1_000_000_000L;

  private final LongSupplier nanoTime;
  private final PublishingWatch watch;

  // All below: only under the lock of this.
  private int failures;
  private long nextLook;
  private @Nullable JedisConnectionException last;

  CircuitBreaker(LongSupplier nanoTime, PublishingWatch watch) {
    this.nanoTime = nanoTime;
    this.watch = watch;
  }

  /** Runs the call, or throws {@link CircuitOpenException} without running it. */
  <T> T call(Supplier<T> call) {
    admit();
    T result;
    try {
      result = call.get();
    } catch (JedisConnectionException e) {
      failed(e);
      throw e;
    }
    succeeded();
    return result;
  }

  private synchronized void admit() {
    if (failures < FAILURES) {
      return;
    }
    long now = nanoTime.getAsLong();
    if (now - nextLook < 0) {
      throw new CircuitOpenException(
          "Redis is away, not tried again before a second is over", last);
    }
    nextLook = now + LOOK_EVERY_NANOS;
  }

  private void failed(JedisConnectionException e) {
    boolean opened;
    synchronized (this) {
      last = e;
      failures = Math.min(failures + 1, FAILURES + 1);
      opened = failures == FAILURES;
      nextLook = nanoTime.getAsLong() + LOOK_EVERY_NANOS;
    }
    if (opened) {
      watch.stopped(e);
    }
  }

  private void succeeded() {
    boolean closed;
    synchronized (this) {
      closed = failures >= FAILURES;
      failures = 0;
      last = null;
    }
    if (closed) {
      watch.resumed();
    }
  }
}
