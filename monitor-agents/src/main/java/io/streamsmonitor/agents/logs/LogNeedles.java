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
          "started ", "starting", "listening ", "booting ", "to accept connections", "serving on",
          "initiali", "server is ", "server started", "server running", "server listening",
          "server ready", "application is ", "application started", "application running",
          "application ready", "app is ", "app started", "app running", "app ready", "app listening",
          "service is ", "service started", "service running", "service ready", "worker is ",
          "worker started", "worker running", "worker ready", "now running", "now ready",
          "now listening", "up and running", "service.shutdown");

  /** What is inside a service; shown to a user it is a finding. */
  private static final List<String> INSIDE =
      List.of(
          "/home/", "/usr/", "/var/", "/opt/", "/app/", "/srv/", "/root/", "/etc/", "/users/",
          "/workspace/", ":\\", ".java:", ".py:", ".js:", ".ts:", ".go:", ".rb:", ".cs:", "file \"",
          "file \\");

  private static final List<byte[]> USERS =
      List.of(bytes("user"), bytes("client"), bytes("caller"), bytes("customer"),
          bytes("browser"), bytes("body"), bytes(" 4"), bytes(" 5"));

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
    // A line feed inside a JSON value: a stack trace may follow.
    all.add(Needle.exactly("\\n"));
    ProblemJudge.hardWords().forEach(word -> all.add(hard(word)));
    Secrets.names().forEach(name -> all.add(Needle.of(name).when(LogNeedles::assigned)));
    Secrets.marks().forEach(mark -> all.add(mark(mark)));
    return all;
  }

  /** The table of all of them. */
  static NeedleTable table() {
    return new NeedleTable(all());
  }

  private static Needle hard(String word) {
    String letters = word.equals("oom") ? word.toUpperCase(Locale.ROOT) : word;
    Needle needle = word.equals("oom") ? Needle.exactly(letters) : Needle.of(letters);
    return needle.when(LogNeedles::whole);
  }

  /** Letters that begin a secret of a known form. */
  private static Needle mark(String mark) {
    if (mark.equals("://")) {
      return Needle.of(mark).when(LogNeedles::credentials);
    }
    Needle needle = Needle.exactly(mark);
    if (mark.length() > 3) {
      return needle;
    }
    return Character.isLetterOrDigit(mark.charAt(0))
        ? needle.when(LogNeedles::begins)
        : needle.when(LogNeedles::joins);
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
