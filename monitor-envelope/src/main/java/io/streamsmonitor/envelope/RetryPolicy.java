package io.streamsmonitor.envelope;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When a failed message is delivered again: after {@code first}, then {@code factor} times longer
 * each time up to {@code longest}, each delay varied by up to {@code jitter} of itself.
 *
 * @param first zero means that this consumer does not retry by itself; the message then waits until
 *     it is claimed as idle
 * @param jitter from 0 to 1
 */
public record RetryPolicy(Duration first, double factor, Duration longest, double jitter) {
  public RetryPolicy {
    if (first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("retry delays must rise: " + first + " to " + longest);
    }
    if (factor < 1 || jitter < 0 || jitter > 1) {
      throw new IllegalArgumentException("factor >= 1 and jitter 0..1: " + factor + ", " + jitter);
    }
  }

  /** 200 ms, doubled up to 30 s, varied by a fifth. */
  public static RetryPolicy exponential() {
    return exponential(Duration.ofMillis(200), Duration.ofSeconds(30));
  }

  /** Doubled from {@code first} up to {@code longest}, varied by a fifth. */
  public static RetryPolicy exponential(Duration first, Duration longest) {
    return new RetryPolicy(first, 2, longest, 0.2);
  }

  /** The same delay each time. */
  public static RetryPolicy fixed(Duration delay) {
    return new RetryPolicy(delay, 1, delay, 0);
  }

  /** No retry by this consumer. */
  public static RetryPolicy none() {
    return fixed(Duration.ZERO);
  }

  /** Whether this policy retries at all. */
  public boolean retries() {
    return !first.isZero();
  }

  /** How long to wait after the given delivery, counted from 1, has failed. */
  public Duration delayAfter(long delivery) {
    double nanos = (double) first.toNanos() * Math.pow(factor, Math.min(delivery, 64) - 1.0);
    double capped = Math.min(nanos, (double) longest.toNanos());
    double varied = capped * (1 + jitter * ThreadLocalRandom.current().nextDouble(-1.0, 1.0));
    return Duration.ofNanos(Math.round(varied));
  }
}
