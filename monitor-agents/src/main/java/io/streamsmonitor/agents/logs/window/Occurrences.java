package io.streamsmonitor.agents.logs.window;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** When something happened, in constant memory: the count, the ends, and the densest moment. */
public final class Occurrences {
  private static final int RECENT = 64;
  private static final double ABOVE_BASELINE = 3;

  private final long windowMs;
  private final Rate rate;
  private final long[] recent = new long[RECENT];
  private long count;
  private long firstMs;
  private long lastMs;
  private long burst;
  private long peak;
  private boolean unusual;

  /**
   * Nothing yet.
   *
   * @param window within which occurrences count as one burst
   */
  public Occurrences(Duration window) {
    this(window, Instant.EPOCH);
  }

  /**
   * Nothing yet.
   *
   * @param start of the session
   */
  Occurrences(Duration window, Instant start) {
    windowMs = window.toMillis();
    rate = new Rate(start);
  }

  /** One more. */
  public void add(Instant at) {
    rate.add(at);
    long ms = at.toEpochMilli();
    if (count == 0) {
      firstMs = ms;
    }
    recent[(int) (count % RECENT)] = ms;
    count++;
    lastMs = Math.max(ms, lastMs);
    burst = within(ms);
    if (burst > peak) {
      peak = burst;
    }
    if (burst >= 10 && aboveBaseline(ms)) {
      unusual = true;
    }
  }

  private long within(long ms) {
    long known = Math.min(count, RECENT);
    long inside = 0;
    for (int i = 0; i < known; i++) {
      long age = ms - recent[i];
      if (age <= windowMs && age >= -windowMs) {
        inside++;
      }
    }
    // More than the memory holds: the oldest remembered one says how dense they are.
    if (inside == RECENT) {
      long oldest = recent[(int) (count % RECENT)];
      inside = RECENT * windowMs / Math.max(1, Math.min(windowMs, ms - oldest));
    }
    return inside;
  }

  /** Whether this burst is denser than all that came before it. */
  private boolean aboveBaseline(long ms) {
    long before = ms - windowMs - firstMs;
    if (before < 2 * windowMs) {
      return true;
    }
    double usual = (double) Math.max(0, count - burst) / before;
    return (double) burst / windowMs >= ABOVE_BASELINE * usual;
  }

  public long count() {
    return count;
  }

  public Instant first() {
    return Instant.ofEpochMilli(firstMs);
  }

  public Instant last() {
    return Instant.ofEpochMilli(lastMs);
  }

  /** The most within one window, so far. */
  public long peak() {
    return peak;
  }

  /** Whether ten or more came within one window, and denser than usual. */
  public boolean storm() {
    return unusual;
  }

  /** How often it comes, beside the first part of the session. */
  public Rate rate() {
    return rate;
  }

  /** The specification's {@code pattern}: one-off, or repeating and how often. */
  public String words() {
    if (count == 1) {
      return "one-off";
    }
    double seconds = Math.max(0.001, (lastMs - firstMs) / 1000.0);
    return String.format(
        Locale.ROOT,
        "repeating: %d times in %.1f s (%.1f a minute)",
        count,
        seconds,
        count * 60 / Math.max(1, seconds));
  }
}
