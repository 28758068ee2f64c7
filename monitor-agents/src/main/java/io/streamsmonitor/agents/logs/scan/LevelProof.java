package io.streamsmonitor.agents.logs.scan;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Proves from bytes that a line is at INFO or below; where it cannot, the line is read. It knows
 * fewer layouts than the parser and never says more than it.
 */
final class LevelProof {
  /** How far into a plain line the parser looks for a level. */
  private static final int HEAD = 140;

  /** Words that the parser may take for a level, in whichever case. */
  private static final Set<String> LEVELS =
      Set.of(
          "trace",
          "debug",
          "info",
          "notice",
          "warn",
          "warning",
          "error",
          "err",
          "severe",
          "fatal",
          "critical",
          "crit",
          "alert",
          "emerg",
          "panic",
          "inf",
          "wrn",
          "dbg",
          "ftl",
          "erro",
          "fail",
          "information",
          "level",
          "severity",
          "lvl",
          "npm");

  private static final byte[][] CALM = {bytes("info"), bytes("debug"), bytes("trace")};
  private static final long[] FIRST = new long[32];

  static {
    for (String word : LEVELS) {
      FIRST[word.charAt(0) & 31] |= 1L << word.length();
    }
  }

  private LevelProof() {}

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * Whether the first word that looks like a level is INFO, DEBUG or TRACE in upper case, standing
   * alone.
   *
   * @param at where the time ends
   */
  static boolean text(byte[] b, int at, int lineFrom, int to) {
    int limit = Math.min(to, lineFrom + HEAD - 12);
    int i = at;
    while (i < limit) {
      if (!word(b[i])) {
        i++;
        continue;
      }
      int start = i;
      while (i < to && word(b[i])) {
        i++;
      }
      int length = i - start;
      boolean maybe =
          length <= 11 && (FIRST[b[start] & 31] & 1L << length) != 0 && letters(b, start, i);
      if (maybe && LEVELS.contains(lower(b, start, i))) {
        return upper(b, start, i) && calm(b, start, i) && alone(b, start, i, lineFrom, to);
      }
    }
    return false;
  }

  /** Whether the value of a level's field, at {@code [from, to)}, is at INFO or below. */
  static boolean calm(byte[] b, int from, int to) {
    for (byte[] word : CALM) {
      if (word.length == to - from && folded(b, from, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean folded(byte[] b, int from, byte[] word) {
    for (int i = 0; i < word.length; i++) {
      if ((b[from + i] | 0x20) != word[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean alone(byte[] b, int start, int end, int lineFrom, int to) {
    boolean left = start == lineFrom || "./=-".indexOf(b[start - 1]) < 0;
    boolean right = end == to || "=.-".indexOf(b[end]) < 0;
    return left && right;
  }

  private static boolean letters(byte[] b, int start, int end) {
    for (int i = start; i < end; i++) {
      int c = b[i] | 0x20;
      if (c < 'a' || c > 'z') {
        return false;
      }
    }
    return true;
  }

  private static boolean upper(byte[] b, int start, int end) {
    for (int i = start; i < end; i++) {
      if (b[i] > 'Z') {
        return false;
      }
    }
    return true;
  }

  private static String lower(byte[] b, int start, int end) {
    byte[] folded = new byte[end - start];
    for (int i = start; i < end; i++) {
      folded[i - start] = (byte) (b[i] | 0x20);
    }
    return new String(folded, StandardCharsets.ISO_8859_1);
  }

  private static boolean word(byte c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
