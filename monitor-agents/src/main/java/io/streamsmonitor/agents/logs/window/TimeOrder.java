package io.streamsmonitor.agents.logs.window;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.parse.LogTime;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether the times of a service's lines go forward. */
public final class TimeOrder {
  /** Threads that log at once are this much out of order in any healthy log. */
  static final Duration TOLERANCE = Duration.ofSeconds(1);

  private static final Duration DAY = Duration.ofHours(23);

  private @Nullable Instant last;
  private @Nullable LogEvent lastLine;
  private @Nullable Supplier<LogEvent> passed;
  private @Nullable LogEvent earlier;
  private @Nullable LogEvent later;
  private long steps;
  private Duration largest = Duration.ZERO;

  void line(LogEvent line, LogTime time) {
    Instant before = last;
    last = time.at();
    LogEvent previous = lastLine;
    Supplier<LogEvent> unread = passed;
    lastLine = line;
    passed = null;
    if (before == null) {
      return;
    }
    Duration back = Duration.between(time.at(), before);
    // A clock without a date starts again at midnight.
    boolean midnight = !time.zoned() && back.compareTo(DAY) > 0;
    if (back.compareTo(TOLERANCE) > 0 && !midnight) {
      steps++;
      if (back.compareTo(largest) > 0) {
        largest = back;
        earlier = line;
        later = unread == null ? previous : unread.get();
      }
    }
  }

  /**
   * Lines went by whose times go forward.
   *
   * @param at the time of the last one
   * @param line reads it, should the next one be older
   */
  void passed(Instant at, Supplier<LogEvent> line) {
    last = at;
    lastLine = null;
    passed = line;
  }

  /** The time of the last line, or null. */
  public @Nullable Instant last() {
    return last;
  }

  /** How often a line was older than the one before it. */
  public long steps() {
    return steps;
  }

  /** By how much at most. */
  public Duration largest() {
    return largest;
  }

  /** The line that goes back furthest, or null. */
  public @Nullable LogEvent earlier() {
    return earlier;
  }

  /** The line before {@link #earlier}, or null. */
  public @Nullable LogEvent later() {
    return later;
  }
}
