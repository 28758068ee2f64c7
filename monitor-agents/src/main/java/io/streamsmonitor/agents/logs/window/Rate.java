package io.streamsmonitor.agents.logs.window;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How often something happens in a minute, beside the first part of the same session. */
public final class Rate {
  /** The part of a session that says what is usual. */
  public static final Duration BASELINE = Duration.ofMinutes(2);

  private static final long MINUTE_MS = 60_000;
  private static final int ENOUGH = 20;
  private static final int JUMP = 5;

  private final long startMs;
  private long usual;
  private long minute = -1;
  private long now;
  private long peak;

  Rate(Instant start) {
    startMs = start.toEpochMilli();
  }

  void add(Instant at) {
    long since = at.toEpochMilli() - startMs;
    if (since < BASELINE.toMillis()) {
      usual++;
      return;
    }
    long current = since / MINUTE_MS;
    now = current == minute ? now + 1 : 1;
    minute = current;
    peak = Math.max(peak, now);
  }

  /** Times a minute in the first part. */
  private double usually() {
    return (double) usual * MINUTE_MS / BASELINE.toMillis();
  }

  /** Whether it came already in the first part, and five times as often in a later minute. */
  public boolean jumped() {
    return usual > 0 && peak >= ENOUGH && peak >= JUMP * Math.max(1, usually());
  }

  /** {@code 60 in a minute, 3.5 a minute in the first part}. */
  public String words() {
    return String.format(
        Locale.ROOT, "%d in a minute, %.1f a minute in the session's first part", peak, usually());
  }
}
