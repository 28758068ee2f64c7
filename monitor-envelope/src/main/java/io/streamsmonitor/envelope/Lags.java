package io.streamsmonitor.envelope;

/** How late the messages of one reply were. */
final class Lags {
  private long count;
  private long sumMs;
  private long maxMs;

  void add(long lagMs) {
    // Clocks that disagree make negative lags; they would hide real ones in the average.
    long lag = Math.max(0, lagMs);
    count++;
    sumMs += lag;
    maxMs = Math.max(maxMs, lag);
  }

  long count() {
    return count;
  }

  long sumMs() {
    return sumMs;
  }

  long maxMs() {
    return maxMs;
  }
}
