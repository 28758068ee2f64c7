package io.streamsmonitor.agents.logs.scan;

/** Walks a line of {@code key=value} pairs; finds its time and its level on the way. */
final class LogfmtHead {
  private static final int FIELDS = 99;

  private final IsoTime time;

  LogfmtHead(IsoTime time) {
    this.time = time;
  }

  /** Whether every word is a pair, and the pairs name a time and a level of INFO or below. */
  boolean calm(byte[] b, int from, int to) {
    boolean timed = false;
    boolean level = false;
    int fields = 0;
    int at = from;
    while (at < to) {
      if (b[at] == ' ') {
        at++;
        continue;
      }
      int equals = keyEnd(b, at, to);
      if (equals < 0 || ++fields > FIELDS) {
        return false;
      }
      int end = valueEnd(b, equals + 1, to);
      if (key(b, at, equals, "level") || key(b, at, equals, "lvl")) {
        int quote = end > equals + 1 && b[equals + 1] == '"' ? 1 : 0;
        if (level || !LevelProof.calm(b, equals + 1 + quote, end - quote)) {
          return false;
        }
        level = true;
      } else if (!timed && times(b, at, equals)) {
        timed = time.read(b, b[equals + 1] == '"' ? equals + 2 : equals + 1, to) > 0;
        if (!timed) {
          return false;
        }
      }
      at = end;
    }
    return timed && level && fields >= 2;
  }

  /** Whether it begins with its time. */
  boolean timed(byte[] b, int from, int to) {
    int equals = keyEnd(b, from, to);
    return equals > 0
        && equals + 2 < to
        && times(b, from, equals)
        && time.read(b, b[equals + 1] == '"' ? equals + 2 : equals + 1, to) > 0;
  }

  private static boolean times(byte[] b, int from, int to) {
    return key(b, from, to, "ts") || key(b, from, to, "time") || key(b, from, to, "timestamp");
  }

  private static boolean key(byte[] b, int from, int to, String word) {
    if (to - from != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (b[from + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int keyEnd(byte[] b, int from, int to) {
    int i = from;
    while (i < to && name(b[i])) {
      i++;
    }
    return i > from && i < to && b[i] == '=' ? i : -1;
  }

  private static boolean name(byte c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '.'
        || c == '-'
        || c == '@'
        || c == '/';
  }

  private static int valueEnd(byte[] b, int from, int to) {
    int i = from;
    if (i < to && b[i] == '"') {
      i++;
      while (i < to && b[i] != '"') {
        i += b[i] == '\\' ? 2 : 1;
      }
      return Math.min(to, i + 1);
    }
    while (i < to && b[i] != ' ') {
      i++;
    }
    return i;
  }
}
