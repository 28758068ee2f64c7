package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.problem.ProblemNeedles;
import io.streamsmonitor.agents.logs.scan.Needle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The letters by which a line at INFO may report a failure. */
final class FailureNeedles {
  /** How far behind its name a value or a code is looked for. */
  private static final int REACH = 30;

  private static final List<String> STATES =
      List.of("down", "degraded", "offline", "critical", "suspect", "dead", "crashed");

  private static final List<String> PHRASES =
      List.of("oom event", "oom kill", "timed_out", "timedout", "ora-", "tns-", "rman-");

  private static final byte[][] HAPPENS = {
    bytes(" while"), bytes(" when"), bytes(" during"), bytes(" occur")
  };

  private static final byte[] NULL = {'n', 'u', 'l', 'l'};
  private static final byte[] NIL = {'n', 'i', 'l'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

  private FailureNeedles() {}

  static List<Needle> all() {
    List<Needle> all = new ArrayList<>();
    ProblemNeedles.stems().forEach(stem -> all.add(Needle.of(stem)));
    ProblemNeedles.reported().forEach(word -> all.add(Needle.of(word).when(LogNeedles::whole)));
    STATES.forEach(word -> all.add(Needle.of(word).when(LogNeedles::whole)));
    PHRASES.forEach(word -> all.add(Needle.of(word)));
    all.add(Needle.exactly("FAIL").when(LogNeedles::whole));
    all.add(Needle.of("fail").when(FailureNeedles::outcome));
    all.add(Needle.exactly("_TIMEOUT"));
    all.add(Needle.of("exit").when(FailureNeedles::code));
    for (String word : List.of("success", "succeeded", "healthy")) {
      all.add(Needle.of(word).when(FailureNeedles::denied));
    }
    for (String word : List.of("error", "exception")) {
      all.add(Needle.of(word).when(FailureNeedles::meant));
    }
    for (String name : List.of("cause\":", "cause=", "@x\":")) {
      all.add(Needle.of(name).when(FailureNeedles::something));
    }
    return all;
  }

  /** An error that is counted, is an outcome, is stated, or happens. */
  private static boolean meant(byte[] b, int lineFrom, int at, int end, int lineTo) {
    int i = end;
    while (i < lineTo && (letter(b[i]) || b[i] == '.' || b[i] == '_')) {
      i++;
    }
    if (i < lineTo && (b[i] == '"' || b[i] == '=')) {
      int value = b[i] == '=' ? i + 1 : i + 2;
      boolean field = b[i] == '=' || (value <= lineTo && b[value - 1] == ':');
      return (field && something(b, lineFrom, at, value, lineTo))
          || counted(b, lineFrom, at, end, lineTo)
          || outcome(b, lineFrom, at, end, lineTo);
    }
    return (end < lineTo && b[end] == ' ' && (opens(b, lineFrom, at) || happens(b, end, lineTo)))
        || counted(b, lineFrom, at, end, lineTo)
        || outcome(b, lineFrom, at, end, lineTo);
  }

  private static boolean happens(byte[] b, int end, int lineTo) {
    for (byte[] word : HAPPENS) {
      if (LogNeedles.stands(b, end, lineTo, word)) {
        return true;
      }
    }
    return false;
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
  private static boolean opens(byte[] b, int lineFrom, int at) {
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

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean digit(byte c) {
    return c >= '0' && c <= '9';
  }

  private static boolean letter(byte c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
