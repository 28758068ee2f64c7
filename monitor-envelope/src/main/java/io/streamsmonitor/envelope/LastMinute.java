package io.streamsmonitor.envelope;

import java.util.Arrays;

/** What a consumer did within the last 60 seconds, in buckets of one second. */
final class LastMinute {
  private static final int SECONDS = 60;

  private final long[] second = new long[SECONDS];
  private final long[] consumed = new long[SECONDS];
  private final long[] errors = new long[SECONDS];
  private final long[] lagSum = new long[SECONDS];
  private final long[] lagMax = new long[SECONDS];

  LastMinute() {
    Arrays.fill(second, Long.MIN_VALUE);
  }

  void consumed(long epochMs, long lagMs) {
    Lags one = new Lags();
    one.add(lagMs);
    consumed(epochMs, one);
  }

  synchronized void consumed(long epochMs, Lags lags) {
    int bucket = bucket(epochMs);
    consumed[bucket] += lags.count();
    lagSum[bucket] += lags.sumMs();
    lagMax[bucket] = Math.max(lagMax[bucket], lags.maxMs());
  }

  synchronized void failed(long epochMs) {
    errors[bucket(epochMs)]++;
  }

  synchronized Summary summary(long epochMs) {
    long now = Math.floorDiv(epochMs, 1000);
    long messages = 0;
    long failures = 0;
    long sum = 0;
    long max = 0;
    for (int i = 0; i < SECONDS; i++) {
      if (second[i] > now - SECONDS) {
        messages += consumed[i];
        failures += errors[i];
        sum += lagSum[i];
        max = Math.max(max, lagMax[i]);
      }
    }
    return new Summary(
        messages, failures, messages == 0 ? 0 : Math.round((double) sum / messages), max);
  }

  private int bucket(long epochMs) {
    long now = Math.floorDiv(epochMs, 1000);
    int bucket = Math.floorMod(now, SECONDS);
    if (second[bucket] != now) {
      second[bucket] = now;
      consumed[bucket] = 0;
      errors[bucket] = 0;
      lagSum[bucket] = 0;
      lagMax[bucket] = 0;
    }
    return bucket;
  }

  /** Totals of the minute; lags in milliseconds. */
  record Summary(long consumed, long errors, long avgLagMs, long maxLagMs) {}
}
