package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.problem.ProblemJudge;
import io.streamsmonitor.agents.logs.scan.Needle;
import io.streamsmonitor.agents.logs.scan.Needle.Check;
import io.streamsmonitor.agents.logs.scan.NeedleTable;
import io.streamsmonitor.core.redact.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The letters without which a line at INFO or below says nothing that any rule asks for: no word of
 * failure, no exception, no start, no secret. A line with some of them may still say nothing.
 */
final class LogNeedles {
  /** Classes of exceptions and errors; in lower case they are said of nothing in particular. */
  private static final List<String> THROWN = List.of("Exception", "Error", "ERROR");

  private static final List<String> SAID =
      List.of(
          "caused by: ", "traceback (", "panic: ", "goroutine ", "fatal error", "panicked at",
          "uncaught ", "unhandled ", "failed to ", "unable to ", "could not ", "cannot connect");

  private static final List<String> STARTS =
      List.of(
          "started", "starting", "listening ", "booting ", "to accept connections", "serving on",
          "initialising ", "initializing ", "up and running", "service.shutdown");

  /** What only a program is said to be: {@code server is ready}, {@code app now running}. */
  private static final List<String> STATES = List.of(" running", " ready");

  private static final List<byte[]> PROGRAMS =
      List.of(bytes("server"), bytes("app"), bytes("application"), bytes("service"),
          bytes("worker"), bytes(" is"), bytes(" now"));

  /** What is inside a service; shown to a user it is a finding. */
  private static final List<String> INSIDE =
      List.of(
          "/home/", "/usr/", "/var/", "/opt/", "/app/", "/srv/", "/root/", "/etc/", "/users/",
          "/workspace/", ".java:", ".py:", ".js:", ".ts:", ".go:", ".rb:", ".cs:", "file \"",
          "file \\");

  private static final List<byte[]> USERS =
      List.of(bytes("user"), bytes("client"), bytes("caller"), bytes("customer"),
          bytes("browser"), bytes("body"), bytes(" 4"), bytes(" 5"));

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
    STATES.forEach(word -> all.add(Needle.of(word).when(LogNeedles::program)));
    ProblemJudge.hardWords().forEach(word -> all.add(hard(word)));
    all.addAll(secrets());
    return all;
  }

  /** What announces a secret. */
  static List<Needle> secrets() {
    List<Needle> all = new ArrayList<>();
    for (String name : Secrets.names()) {
      if (name.length() > 3) {
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
    if (mark.length() > 3) {
      return needle;
    }
    return Character.isLetterOrDigit(mark.charAt(0))
        ? needle.after(EDGES).when(LogNeedles::begins)
        : needle.after("abcdef0123456789").when(LogNeedles::joins);
  }

  /** Not in the middle of a lower-case word; names such as {@code readOOM} count. */
  private static boolean whole(byte[] b, int lineFrom, int at, int end, int lineTo) {
    boolean left = at == lineFrom || !lower(b[at - 1]) || b[at] < 'a' || b[at - 1] == 'n';
    boolean right = end == lineTo || !lower(b[end]);
    return left && right;
  }

  private static boolean begins(byte[] b, int lineFrom, int at, int end, int lineTo) {
    return (at == lineFrom || !word(b[at - 1])) && end < lineTo && word(b[end]);
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

  private static boolean stands(byte[] b, int at, int lineTo, byte[] word) {
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
