package io.streamsmonitor.envelope;

/** The time of day, read anew when the last reading is older than a tenth of a millisecond. */
final class RecentTime {
  private static final long RECENT_NANOS = 100_000;

  private final AuditTrail trail;
  private final boolean steady;
  private long readNanos;
  private long millis;
  private boolean known;

  RecentTime(AuditTrail trail) {
    this.trail = trail;
    this.steady = trail.isSystemTime();
  }

  /**
   * In milliseconds.
   *
   * @param nanos {@link System#nanoTime} of now
   */
  long at(long nanos) {
    if (!known || nanos - readNanos > RECENT_NANOS) {
      millis = trail.nowMillis();
      readNanos = nanos;
      known = steady;
    }
    return millis;
  }
}
