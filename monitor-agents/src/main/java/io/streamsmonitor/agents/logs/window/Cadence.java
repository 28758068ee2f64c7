package io.streamsmonitor.agents.logs.window;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How regularly a service speaks. */
public final class Cadence {
  private static final int SETTLED_SECONDS = 5;
  private static final Duration SETTLED_SPAN = Duration.ofSeconds(15);

  private @Nullable Instant first;
  private @Nullable Instant last;
  private long activeSeconds;
  private Duration longestGap = Duration.ZERO;

  void line(Instant at) {
    Instant before = last;
    if (before == null) {
      first = at;
      activeSeconds = 1;
      last = at;
      return;
    }
    if (at.getEpochSecond() != before.getEpochSecond()) {
      activeSeconds++;
    }
    Duration gap = Duration.between(before, at);
    longestGap = gap.compareTo(longestGap) > 0 ? gap : longestGap;
    last = at.isAfter(before) ? at : before;
  }

  /** When it last spoke, or null. */
  public @Nullable Instant last() {
    return last;
  }

  /** Whether it has spoken for long enough that its silence says something. */
  public boolean settled() {
    return first != null
        && last != null
        && activeSeconds >= SETTLED_SECONDS
        && Duration.between(first, last).compareTo(SETTLED_SPAN) >= 0;
  }

  /** The longest pause that did end. */
  public Duration longestGap() {
    return longestGap;
  }

  /** How long it has said nothing. */
  public Duration quiet(Instant now) {
    return last == null ? Duration.ZERO : Duration.between(last, now);
  }
}
