package io.streamsmonitor.agents.logs.problem;

import java.util.List;

/**
 * Letters of which every line at INFO or below that is a problem contains one, ignoring case, so
 * that a scan of bytes may leave the other lines unread.
 */
public final class ProblemNeedles {
  private ProblemNeedles() {}

  /** The words that make a line of any level a problem. */
  public static List<String> hard() {
    return FailureWords.HARD.all();
  }

  /** The words that make a line at INFO a problem, none of them inside another. */
  public static List<String> reported() {
    List<String> all = FailureWords.REPORTED.all();
    return all.stream()
        .filter(a -> all.stream().noneMatch(b -> !a.equals(b) && a.contains(b)))
        .toList();
  }

  /** What makes a line at INFO a problem where a number or a value beside it says so. */
  public static List<String> counted() {
    return List.of(
        "error",
        "failed",
        "failure",
        "dropped",
        "lost",
        "rejected",
        "aborted",
        "corrupted",
        "timed");
  }

  /** What makes a line at INFO a problem where it is an outcome. */
  public static List<String> outcomes() {
    return List.of("fail", "error", "abort", "crash", "down", "lost", "dead", "unhealthy", "timed");
  }

  /** Fields of a structured line that say nothing but an error. */
  public static List<String> errorFields() {
    return List.of("error", "err", "exception", "cause", "errormessage", ".message", "@x");
  }
}
