package io.streamsmonitor.envelope;

/** Tells whether bytes are one value of JSON, without making anything of it. */
final class JsonCheck {
  /** What is nested deeper is called no JSON: other parsers refuse it as well. */
  private static final int DEEPEST = 500;

  private final byte[] json;
  private final int end;
  private int at;

  private JsonCheck(byte[] json, int from, int to) {
    this.json = json;
    this.at = from;
    this.end = to;
  }

  static boolean isValue(byte[] json, int from, int to) {
    JsonCheck check = new JsonCheck(json, from, to);
    check.space();
    if (!check.value(0)) {
      return false;
    }
    check.space();
    return check.at == to;
  }

  private boolean value(int depth) {
    if (at == end || depth > DEEPEST) {
      return false;
    }
    return switch (json[at]) {
      case '{' -> many('}', true, depth);
      case '[' -> many(']', false, depth);
      case '"' -> text();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private boolean many(char close, boolean named, int depth) {
    at++;
    space();
    if (is(close)) {
      return true;
    }
    while (true) {
      if (named && !name()) {
        return false;
      }
      if (!value(depth + 1)) {
        return false;
      }
      space();
      if (is(close)) {
        return true;
      }
      if (!is(',')) {
        return false;
      }
      space();
    }
  }

  private boolean name() {
    if (at == end || json[at] != '"' || !text()) {
      return false;
    }
    space();
    if (!is(':')) {
      return false;
    }
    space();
    return true;
  }

  private boolean text() {
    for (at++; at < end; at++) {
      byte c = json[at];
      if (c == '"') {
        at++;
        return true;
      }
      if (c == '\\' ? !escape() : c >= 0 && c < ' ') {
        return false;
      }
    }
    return false;
  }

  private boolean escape() {
    at++;
    if (at == end) {
      return false;
    }
    if (json[at] == 'u') {
      for (int i = 0; i < 4; i++) {
        at++;
        if (at == end || Character.digit(json[at], 16) < 0) {
          return false;
        }
      }
      return true;
    }
    return "\"\\/bfnrt".indexOf(json[at]) >= 0;
  }

  private boolean number() {
    is('-');
    if (!is('0') && !digits()) {
      return false;
    }
    if (is('.') && !digits()) {
      return false;
    }
    if (is('e') || is('E')) {
      if (!is('+')) {
        is('-');
      }
      return digits();
    }
    return true;
  }

  private boolean digits() {
    int before = at;
    while (at < end && json[at] >= '0' && json[at] <= '9') {
      at++;
    }
    return at > before;
  }

  private boolean word(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!is(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Steps over this character, when it comes next. */
  private boolean is(char wanted) {
    if (at < end && json[at] == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void space() {
    while (at < end
        && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
      at++;
    }
  }
}
