package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.problem.ProblemNeedles;
import io.streamsmonitor.agents.logs.scan.Needle;
import java.util.ArrayList;
import java.util.List;

/** The letters by which a line at INFO may report a failure. */
final class FailureNeedles {
  /** How far behind its name a value or a code is looked for. */
  private static final int REACH = 30;

  private static final List<String> STATES =
      List.of("down", "degraded", "offline", "critical", "suspect", "dead");

  private static final List<String> PHRASES =
      List.of(
          "oom event",
          "oom kill",
          "error while",
          "error when",
          "error during",
          "error occur",
          "exception while",
          "exception when",
          "exception during",
          "exception occur",
          "ora-",
          "tns-",
          "rman-");

  private static final byte[] NULL = {'n', 'u', 'l', 'l'};
  private static final byte[] NIL = {'n', 'i', 'l'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

  private FailureNeedles() {}

  static List<Needle> all() {
    List<Needle> all = new ArrayList<>();
    ProblemNeedles.reported().forEach(word -> all.add(Needle.of(word).when(LogNeedles::whole)));
    all.add(Needle.of("failed"));
    all.add(Needle.of("failure"));
    all.add(Needle.exactly("ERROR").when(LogNeedles::whole));
    STATES.forEach(word -> all.add(Needle.of(word).when(LogNeedles::whole)));
    PHRASES.forEach(word -> all.add(Needle.of(word)));
    all.add(Needle.exactly("FAIL").when(LogNeedles::whole));
    for (String word : List.of("success", "successful", "succeeded", "healthy")) {
      all.add(Needle.of(word).when(FailureNeedles::denied));
    }
    all.add(Needle.exactly("_TIMEOUT"));
    all.add(Needle.of("error ").when(FailureNeedles::opens));
    all.add(Needle.of("exception ").when(FailureNeedles::opens));
    all.add(Needle.of("exit").when(FailureNeedles::code));
    for (String word : ProblemNeedles.counted()) {
      all.add(Needle.of(word).when(FailureNeedles::counted));
    }
    for (String word : ProblemNeedles.outcomes()) {
      all.add(Needle.of(word).when(FailureNeedles::outcome));
    }
    for (String name : ProblemNeedles.errorFields()) {
      for (String end : List.of("\":", "=")) {
        all.add(Needle.of(name + end).when(FailureNeedles::something));
      }
    }
    return all;
  }

  /** A number that is not zero stands before the word or behind it. */
  private static boolean counted(byte[] b, int lineFrom, int at, int end, int lineTo) {
    int i = at - 1;
    while (i > lineFrom && at - i < REACH && (b[i] == ' ' || letter(b[i]))) {
      i--;
    }
    if (i >= lineFrom && digit(b[i]) && (b[i] != '0' || (i > lineFrom && digit(b[i - 1])))) {
      return true;
    }
    i = end;
    while (i < lineTo && i < end + REACH && (letter(b[i]) || "_-\"' =:".indexOf(b[i]) >= 0)) {
      i++;
    }
    return i < lineTo && b[i] >= '1' && b[i] <= '9' && i > end;
  }

  /** {@code success=false}, {@code "healthy": false}. */
  private static boolean denied(byte[] b, int lineFrom, int at, int end, int lineTo) {
    int i = end;
    while (i < lineTo && "\"'=: [".indexOf(b[i]) >= 0) {
      i++;
    }
    return i > end && LogNeedles.stands(b, i, lineTo, FALSE);
  }

  /** The word opens what is said: behind a quote, a colon, a bracket, a dash. */
  private static boolean opens(byte[] b, int lineFrom, int at, int end, int lineTo) {
    int i = at - 1;
    while (i > lineFrom && b[i] == ' ') {
      i--;
    }
    return i < lineFrom || (!letter(b[i]) && !digit(b[i]));
  }

  /** The word is the value of something. */
  private static boolean outcome(byte[] b, int lineFrom, int at, int end, int lineTo) {
    int i = at - 1;
    while (i > lineFrom && (b[i] == ' ' || b[i] == '"' || b[i] == '\'')) {
      i--;
    }
    return i >= lineFrom && (b[i] == '=' || b[i] == ':');
  }

  /** A code that is not zero follows: {@code exit code 3}. */
  private static boolean code(byte[] b, int lineFrom, int at, int end, int lineTo) {
    for (int i = end; i < Math.min(lineTo, end + REACH); i++) {
      if (digit(b[i])) {
        return b[i] != '0';
      }
    }
    return false;
  }

  /** A value follows that is not nothing at first sight. */
  private static boolean something(byte[] b, int lineFrom, int at, int end, int lineTo) {
    int i = end;
    while (i < lineTo && b[i] == ' ') {
      i++;
    }
    boolean quoted = i < lineTo && (b[i] == '"' || b[i] == '\'');
    if (quoted) {
      i++;
    }
    if (i + 1 >= lineTo) {
      return false;
    }
    boolean nothing =
        quoted
            ? b[i] == '"' || b[i] == '\''
            : b[i] == '0'
                || b[i] == ','
                || b[i] == '}'
                || b[i] == ' '
                || LogNeedles.stands(b, i, lineTo, NULL)
                || LogNeedles.stands(b, i, lineTo, NIL)
                || LogNeedles.stands(b, i, lineTo, FALSE)
                || ((b[i] == '[' || b[i] == '{') && (b[i + 1] == ']' || b[i + 1] == '}'));
    return !nothing;
  }

  private static boolean digit(byte c) {
    return c >= '0' && c <= '9';
  }

  private static boolean letter(byte c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
