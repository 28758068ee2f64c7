package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.problem.ProblemNeedles;
import io.streamsmonitor.agents.logs.scan.Needle;
import io.streamsmonitor.agents.logs.scan.NeedleTable;
import io.streamsmonitor.core.redact.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The letters without which a line at INFO or below says nothing that any rule asks for: no word of
 * failure, no exception, no start, no secret. A line with some of them may still say nothing.
 */
final class LogNeedles {
  /** Classes of exceptions and errors; in lower case they are said of nothing in particular. */
  private static final List<String> THROWN = List.of("Exception", "Error");

  private static final List<String> SAID =
      List.of(
          "caused by: ",
          "traceback (",
          "panic: ",
          "goroutine ",
          "fatal error",
          "panicked at",
          "uncaught ",
          "unhandled ");

  private static final List<String> STARTS =
      List.of(
          "started",
          "starting",
          "listening ",
          "booting ",
          "to accept connections",
          "serving on",
          "initialising ",
          "initializing ",
          "up and running",
          "service.shutdown");

  /** What only a program is said to be: {@code server is ready}, {@code app now running}. */
  private static final List<String> STATES = List.of(" running", " ready");

  private static final List<byte[]> PROGRAMS =
      List.of(
          bytes("server"),
          bytes("app"),
          bytes("application"),
          bytes("service"),
          bytes("worker"),
          bytes(" is"),
          bytes(" now"));

  /** What is inside a service; shown to a user it is a finding. */
  private static final List<String> INSIDE =
      List.of(
          "/home/",
          "/usr/",
          "/var/",
          "/opt/",
          "/app/",
          "/srv/",
          "/root/",
          "/etc/",
          "/users/",
          "/workspace/",
          ".java:",
          ".py:",
          ".js:",
          ".ts:",
          ".go:",
          ".rb:",
          ".cs:",
          "file \"",
          "file \\");

  private static final List<byte[]> USERS =
      List.of(
          bytes("user"),
          bytes("client"),
          bytes("caller"),
          bytes("customer"),
          bytes("browser"),
          bytes("body"),
          bytes(" 4"),
          bytes(" 5"));

  /** What can stand before a word. */
  private static final String EDGES = " \t!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~";

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private LogNeedles() {}

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Every needle, for lines whose level is known to be INFO or below. */
  static List<Needle> all() {
    List<Needle> all = new ArrayList<>();
    THROWN.forEach(word -> all.add(Needle.exactly(word)));
    SAID.forEach(word -> all.add(Needle.of(word)));
    STARTS.forEach(word -> all.add(Needle.of(word)));
    INSIDE.forEach(word -> all.add(Needle.of(word).when(LogNeedles::users)));
    all.add(Needle.of("status").when(LogNeedles::serverFault));
    all.add(Needle.of(" http/").when(LogNeedles::serverFault));
    STATES.forEach(word -> all.add(Needle.of(word).when(LogNeedles::program)));
    ProblemNeedles.hard().forEach(word -> all.add(hard(word)));
    all.addAll(FailureNeedles.all());
    all.addAll(secrets());
    return all;
  }

  /** What announces a secret. */
  static List<Needle> secrets() {
    List<Needle> all = new ArrayList<>();
    for (String name : Secrets.names()) {
      if (!Character.isLetter(name.charAt(name.length() - 1))) {
        all.add(Needle.of(name));
      } else if (name.length() > 3) {
        all.add(Needle.of(name).when(LogNeedles::assigned));
      } else {
        // What may follow makes a short name long enough to be rare.
        "\\\"' \t=:%".chars().forEach(c -> all.add(Needle.of(name + (char) c)));
      }
    }
    Secrets.marks().forEach(mark -> all.add(mark(mark)));
    return all;
  }

  /** The table of {@link #all}. */
  static NeedleTable calm() {
    return Tables.CALM;
  }

  /** The table of {@link #secrets}. */
  static NeedleTable secret() {
    return Tables.SECRET;
  }

  /** Made when they are needed first. */
  private static final class Tables {
    static final NeedleTable CALM = new NeedleTable(all());
    static final NeedleTable SECRET = new NeedleTable(secrets());
  }

  private static Needle hard(String word) {
    return word.equals("oom")
        ? Needle.exactly("OOM").after(EDGES + LETTERS).when(LogNeedles::whole)
        : Needle.of(word).when(LogNeedles::whole);
  }

  /** Letters that begin a secret of a known form. */
  private static Needle mark(String mark) {
    if (mark.equals("://")) {
      return Needle.of(mark).after(LETTERS + "0123456789+").when(LogNeedles::credentials);
    }
    Needle needle = Needle.exactly(mark);
    char first = mark.charAt(0);
    if (mark.length() > 3) {
      return needle;
    }
    if (Character.isDigit(first)) {
      return needle.after(LETTERS + "0123456789");
    }
    return Character.isLetter(first)
        ? needle.after(EDGES + "0123456789abcdefnrt").when(LogNeedles::begins)
        : needle.after("0123456789abcdef").when(LogNeedles::joins);
  }

  /** Not in the middle of a lower-case word; names such as {@code readOOM} count. */
  static boolean whole(byte[] b, int lineFrom, int at, int end, int lineTo) {
    boolean left = at == lineFrom || !lower(b[at - 1]) || b[at] < 'a' || b[at - 1] == 'n';
    boolean right = end == lineTo || !lower(b[end]);
    return left && right;
  }

  /** At no word, or right behind an escape such as {@code \\t} or {@code %3D}. */
  private static boolean begins(byte[] b, int lineFrom, int at, int end, int lineTo) {
    boolean edge = at == lineFrom || !word(b[at - 1]) || escaped(b, lineFrom, at);
    return edge && end < lineTo && word(b[end]);
  }

  private static boolean escaped(byte[] b, int lineFrom, int at) {
    for (int i = Math.max(lineFrom, at - 6); i < at; i++) {
      if (b[i] == '%' || b[i] == '\\') {
        return true;
      }
    }
    return false;
  }

  private static boolean joins(byte[] b, int lineFrom, int at, int end, int lineTo) {
    return at > lineFrom && word(b[at - 1]) && end < lineTo && (word(b[end]) || b[end] == '-');
  }

  /** A name with a value behind it: {@code password=…}, {@code "token": …}, percent-encoded too. */
  private static boolean assigned(byte[] b, int lineFrom, int at, int end, int lineTo) {
    int i = end;
    while (i < lineTo && "\\\"' \t".indexOf(b[i]) >= 0) {
      i++;
    }
    return i < lineTo && (b[i] == '=' || b[i] == ':' || b[i] == '%');
  }

  /** {@code ://user:password@host}. */
  private static boolean credentials(byte[] b, int lineFrom, int at, int end, int lineTo) {
    boolean colon = false;
    for (int i = end; i < lineTo; i++) {
      if (b[i] == '@') {
        return colon;
      }
      colon |= b[i] == ':';
      if (b[i] <= ' ' || "/?#\"'<>".indexOf(b[i]) >= 0) {
        return false;
      }
    }
    return false;
  }

  /** A status of 500 or more follows: {@code "statusCode":503}, {@code HTTP/1.1" 500}. */
  private static boolean serverFault(byte[] b, int lineFrom, int at, int end, int lineTo) {
    int limit = Math.min(lineTo, end + 20);
    for (int i = end; i + 2 < limit; i++) {
      if (b[i] == '5' && !word(b[i - 1]) && b[i - 1] != '.') {
        return true;
      }
    }
    return false;
  }

  private static boolean program(byte[] b, int lineFrom, int at, int end, int lineTo) {
    for (byte[] word : PROGRAMS) {
      if (at - word.length >= lineFrom && stands(b, at - word.length, lineTo, word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the line speaks of those who are not to see the inside. */
  private static boolean users(byte[] b, int lineFrom, int at, int end, int lineTo) {
    for (int i = lineFrom; i < lineTo; i++) {
      for (byte[] word : USERS) {
        if ((b[i] | 0x20) == (word[0] | 0x20) && stands(b, i, lineTo, word)) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean stands(byte[] b, int at, int lineTo, byte[] word) {
    if (at + word.length > lineTo) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if ((b[at + i] | 0x20) != (word[i] | 0x20)) {
        return false;
      }
    }
    return true;
  }

  private static boolean lower(byte c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean word(byte c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
