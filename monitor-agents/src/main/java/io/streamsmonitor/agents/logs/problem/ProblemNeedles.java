package io.streamsmonitor.agents.logs.problem;

import java.util.List;
import java.util.stream.Stream;

/**
 * Letters of which every line at INFO or below that is a problem contains one, ignoring case, so
 * that a scan of bytes may leave the other lines unread.
 */
public final class ProblemNeedles {
  private static final List<String> STEMS =
      List.of(
          "refused",
          "reset",
          "handsha",
          "heartbeat",
          "dropp",
          "unavail",
          "corrupt",
          "unexpected",
          "abnormal",
          "breaker",
          "circuit ",
          "exceeded",
          "reachable",
          "memory pressure",
          "too many ",
          " available",
          "space left",
          "dlock",
          "slow c",
          "not authori",
          "denied",
          " full",
          " twice",
          " dlq",
          "failed",
          "failure");

  private ProblemNeedles() {}

  /** The words that make a line of any level a problem, but for those with a stem. */
  public static List<String> hard() {
    return FailureWords.HARD.all().stream()
        .filter(a -> STEMS.stream().noneMatch(a::contains))
        .toList();
  }

  /**
   * The words that make a line at INFO a problem, those left out that hold a {@link #stems stem}.
   */
  public static List<String> reported() {
    List<String> all =
        Stream.concat(FailureWords.REPORTED.all().stream(), STEMS.stream()).distinct().toList();
    return all.stream()
        .filter(a -> !STEMS.contains(a) && !a.contains("down"))
        .filter(a -> all.stream().noneMatch(b -> !a.equals(b) && a.contains(b)))
        .toList();
  }

  /** What many of those words share: few letters to look for, and rare where all is well. */
  public static List<String> stems() {
    return STEMS;
  }
}
