package io.streamsmonitor.agents.logs.window;

import io.streamsmonitor.agents.logs.parse.LogTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** How far a service's clock is from ours: the median of line time less arrival. */
public final class ClockOffset {
  private static final int SAMPLES = 128;
  private static final int ENOUGH = 10;

  /** Every time zone is a multiple of this. */
  private static final long ZONE_MS = 15 * 60_000L;

  private final long[] samples = new long[SAMPLES];
  private long count;

  void line(LogTime time, Instant arrived) {
    long offset = Duration.between(arrived, time.at()).toMillis();
    if (!time.zoned()) {
      offset = Math.floorMod(offset + ZONE_MS / 2, ZONE_MS) - ZONE_MS / 2;
    }
    // A time in whole seconds is on average half of one in the past.
    samples[(int) (count++ % SAMPLES)] = offset + (time.resolutionMs() >= 1000 ? 500 : 0);
  }

  /** Whether there are enough lines to say. */
  public boolean known() {
    return count >= ENOUGH;
  }

  /** Positive where the service's clock is ahead. */
  public Duration median() {
    long[] sorted = Arrays.copyOf(samples, (int) Math.min(count, SAMPLES));
    Arrays.sort(sorted);
    return Duration.ofMillis(sorted.length == 0 ? 0 : sorted[sorted.length / 2]);
  }
}
