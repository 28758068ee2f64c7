package io.streamsmonitor.report.text;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times and lengths of time as people read them. */
public final class Span {
  private Span() {}

  /** {@code T+1:05} after the start; {@code T+?} where one of the two is not known. */
  public static String since(@Nullable Instant start, @Nullable Instant at) {
    if (start == null || at == null) {
      return "T+?";
    }
    long seconds = Math.floorDiv(Duration.between(start, at).toMillis(), 1000L);
    long whole = Math.abs(seconds);
    return String.format(
        Locale.ROOT, "T%s%d:%02d", seconds < 0 ? "-" : "+", whole / 60, whole % 60);
  }

  /** {@code 12 ms}, {@code 3.4 s}, {@code 10 min 5 s}. */
  public static String ofMillis(long ms) {
    if (ms < 1000) {
      return ms + " ms";
    }
    if (ms < 60_000) {
      return ms % 1000 == 0 ? ms / 1000 + " s" : String.format(Locale.ROOT, "%.1f s", ms / 1000.0);
    }
    long minutes = ms / 60_000;
    long seconds = ms / 1000 % 60;
    return minutes + " min" + (seconds == 0 ? "" : " " + seconds + " s");
  }

  /** {@code 1 stream}, {@code 3 streams}. */
  public static String count(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }
}
