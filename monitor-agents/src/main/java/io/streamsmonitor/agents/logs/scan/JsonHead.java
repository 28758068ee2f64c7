package io.streamsmonitor.agents.logs.scan;

/** Finds time and level of a JSON line without parsing it, where they stand as loggers put them. */
final class JsonHead {
  private static final int TIME_LIMIT = 96;

  private final IsoTime time;
  private int levelAt = 1;

  JsonHead(IsoTime time) {
    this.time = time;
  }

  /** Whether the line names its time and a level of INFO or below. */
  boolean calm(byte[] b, int from, int to) {
    return b[from + 1] == '"' && timed(b, from, to) && level(b, from, to);
  }

  /** Whether it names its time. */
  boolean timed(byte[] b, int from, int to) {
    int limit = Math.min(to - 22, from + TIME_LIMIT);
    for (int i = from + 3; i < limit; i++) {
      if (b[i] != ':' || b[i - 1] != '"') {
        continue;
      }
      int value = b[i + 1] == ' ' ? i + 2 : i + 1;
      if (b[value] == '"' && b[value + 1] >= '1' && b[value + 1] <= '2') {
        return key(b, i - 1) && time.read(b, value + 1, to) > 0;
      }
    }
    return false;
  }

  /** Whether the key that ends at the quote is one that means the line's time. */
  private static boolean key(byte[] b, int quote) {
    return ends(b, quote, "\"timestamp")
        || ends(b, quote, "\"@timestamp")
        || ends(b, quote, "\"time")
        || ends(b, quote, "\"ts");
  }

  private static boolean ends(byte[] b, int end, String word) {
    int start = end - word.length();
    if (start < 0) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (b[start + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean level(byte[] b, int from, int to) {
    // The lines of one logger have it in one place.
    int usual = from + levelAt;
    if (usual + 12 < to && b[usual] == '"' && named(b, usual)) {
      return value(b, usual + 7, to);
    }
    for (int i = from + 1; i + 12 < to; i++) {
      if (b[i] == '"' && b[i + 1] == 'l' && named(b, i)) {
        levelAt = i - from;
        return value(b, i + 7, to);
      }
    }
    return false;
  }

  private static boolean named(byte[] b, int at) {
    return b[at + 6] == '"' && ends(b, at + 6, "level") && b[at - 1] != '\\';
  }

  private static boolean value(byte[] b, int at, int to) {
    int i = at;
    while (i < to && (b[i] == ' ' || b[i] == ':')) {
      i++;
    }
    if (i == at || i + 2 >= to) {
      return false;
    }
    if (b[i] == '"') {
      int end = i + 1;
      while (end < to && b[end] != '"') {
        end++;
      }
      return LevelProof.calm(b, i + 1, end);
    }
    // Numbers of bunyan and pino: 10, 20 and 30 are trace, debug and info.
    return b[i] >= '1' && b[i] <= '3' && b[i + 1] == '0' && (b[i + 2] == ',' || b[i + 2] == '}');
  }
}
