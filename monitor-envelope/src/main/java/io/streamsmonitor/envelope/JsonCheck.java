package io.streamsmonitor.envelope;

import java.util.Arrays;

/**
 * Tells whether bytes are one value of JSON, without making anything of it. Each step returns where
 * it ended, or {@link #NONE}.
 */
final class JsonCheck {
  private static final int NONE = -1;

  /** What is nested deeper is called no JSON: other parsers refuse it as well. */
  private static final int DEEPEST = 500;

  /** Not 0 for what does not stand for itself within quotes. */
  private static final byte[] STOP = new byte[256];

  static {
    Arrays.fill(STOP, 0, ' ', (byte) 1);
    STOP['"'] = 1;
    STOP['\\'] = 1;
  }

  private JsonCheck() {}

  static boolean isValue(byte[] json, int from, int to) {
    int end = value(json, space(json, from, to), to, 0);
    return end != NONE && space(json, end, to) == to;
  }

  private static int value(byte[] json, int at, int to, int depth) {
    if (at == to || depth > DEEPEST) {
      return NONE;
    }
    return switch (json[at]) {
      case '"' -> text(json, at + 1, to);
      case '{' -> many(json, at + 1, to, '}', depth);
      case '[' -> many(json, at + 1, to, ']', depth);
      case 't' -> word("true", json, at, to);
      case 'f' -> word("false", json, at, to);
      case 'n' -> word("null", json, at, to);
      default -> number(json, at, to);
    };
  }

  private static int many(byte[] json, int from, int to, char close, int depth) {
    int at = space(json, from, to);
    if (is(close, json, at, to)) {
      return at + 1;
    }
    while (true) {
      if (close == '}') {
        at = name(json, at, to);
        if (at == NONE) {
          return NONE;
        }
      }
      at = value(json, at, to, depth + 1);
      if (at == NONE) {
        return NONE;
      }
      at = space(json, at, to);
      if (is(close, json, at, to)) {
        return at + 1;
      }
      if (!is(',', json, at, to)) {
        return NONE;
      }
      at = space(json, at + 1, to);
    }
  }

  private static int name(byte[] json, int from, int to) {
    int at = is('"', json, from, to) ? text(json, from + 1, to) : NONE;
    if (at == NONE) {
      return NONE;
    }
    at = space(json, at, to);
    return is(':', json, at, to) ? space(json, at + 1, to) : NONE;
  }

  private static int text(byte[] json, int from, int to) {
    int at = from;
    while (true) {
      while (at < to && STOP[json[at] & 0xff] == 0) {
        at++;
      }
      if (is('"', json, at, to)) {
        return at + 1;
      }
      if (!is('\\', json, at, to)) {
        return NONE;
      }
      at = escape(json, at + 1, to);
      if (at == NONE) {
        return NONE;
      }
    }
  }

  private static int escape(byte[] json, int at, int to) {
    if (at == to) {
      return NONE;
    }
    if (json[at] != 'u') {
      return "\"\\/bfnrt".indexOf(json[at]) < 0 ? NONE : at + 1;
    }
    for (int i = at + 1; i <= at + 4; i++) {
      if (i >= to || Character.digit(json[i], 16) < 0) {
        return NONE;
      }
    }
    return at + 5;
  }

  private static int number(byte[] json, int from, int to) {
    int at = is('-', json, from, to) ? from + 1 : from;
    at = is('0', json, at, to) ? at + 1 : digits(json, at, to);
    if (at != NONE && is('.', json, at, to)) {
      at = digits(json, at + 1, to);
    }
    if (at != NONE && (is('e', json, at, to) || is('E', json, at, to))) {
      at++;
      at = digits(json, is('+', json, at, to) || is('-', json, at, to) ? at + 1 : at, to);
    }
    return at;
  }

  private static int digits(byte[] json, int from, int to) {
    int at = from;
    while (at < to && json[at] >= '0' && json[at] <= '9') {
      at++;
    }
    return at > from ? at : NONE;
  }

  private static int word(String word, byte[] json, int from, int to) {
    int at = from;
    for (int i = 0; i < word.length(); i++) {
      if (!is(word.charAt(i), json, at++, to)) {
        return NONE;
      }
    }
    return at;
  }

  private static boolean is(char wanted, byte[] json, int at, int to) {
    return at < to && json[at] == wanted;
  }

  private static int space(byte[] json, int from, int to) {
    int at = from;
    // Mostly there is none.
    while (at < to && json[at] <= ' ' && isSpace(json[at])) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(byte c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }
}
