package io.streamsmonitor.agents.logs.problem;

import java.util.List;
import java.util.stream.Stream;

/**
 * Letters of which every line that is a problem by itself contains one, ignoring case, so that a
 * scan of bytes may leave the other lines unread. A line that opens with {@code E} or {@code F} and
 * four digits, as glog writes it, is the one exception.
 */
public final class ProblemNeedles {
  private static final List<String> LEVELS =
      List.of(
          "error",
          "erro",
          "err",
          "severe",
          "fatal",
          "crit",
          "alert",
          "emerg",
          "panic",
          "ftl",
          "fail",
          " e ",
          " f ",
          " e/",
          " f/",
          "[e]",
          "[f]",
          "|e|",
          "|f|",
          "\"level\":5",
          "\"level\":6",
          "severitynumber\":17",
          "severitynumber\":18",
          "severitynumber\":2");

  private static final List<String> FORMS =
      List.of(
          "exception",
          "caused by",
          "traceback",
          "goroutine ",
          "panicked at",
          "uncaught",
          "unhandled",
          "exit",
          "\" 5",
          "status",
          "http/1",
          "http/2");

  private ProblemNeedles() {}

  /** The words that make a line of any level a problem. */
  public static List<String> hard() {
    return FailureWords.HARD.all();
  }

  /** The words that make a line at INFO a problem, none of them inside another. */
  public static List<String> reported() {
    return outermost(FailureWords.REPORTED.all().stream());
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

  /** Every needle, in lower case, none of them inside another. */
  public static List<String> letters() {
    return outermost(
        Stream.of(
                FailureWords.STRONG.all(),
                FailureWords.MILD.all(),
                FailureWords.REPORTED.all(),
                FailureWords.HARD.all(),
                LEVELS,
                FORMS)
            .flatMap(List::stream));
  }

  private static List<String> outermost(Stream<String> words) {
    List<String> all = words.distinct().sorted().toList();
    return all.stream()
        .filter(a -> all.stream().noneMatch(b -> !a.equals(b) && a.contains(b)))
        .toList();
  }

  /**
   * Of these, what makes a line at INFO or below worth reading: the answer of a server. The hard
   * words are {@link FailureWords#HARD}.
   */
  public static List<String> answers() {
    return List.of(
        "get /",
        "post /",
        "put /",
        "patch /",
        "delete /",
        "head /",
        "http/1",
        "http/2",
        "completed 5",
        "status\":",
        "status_code\":",
        "statuscode\":",
        "status=5",
        "status_code=5",
        "statuscode=5",
        "responsestatus");
  }
}
