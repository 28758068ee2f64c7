package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamsmonitor.envelope.events.LineBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The names of an event's fields as the array of JSON that stands in its line. Values are stepped
 * over, not parsed; for one thread at a time.
 */
final class FieldNames {
  static final byte[] NONE = "[]".getBytes(UTF_8);

  /** Not 0 for what ends, opens or closes something within a value. */
  private static final byte[] MARK = new byte[256];

  static {
    for (char c : "\"{}[]".toCharArray()) {
      MARK[c] = 1;
    }
  }

  private final LineBuffer out = new LineBuffer();
  private byte[] last = NONE;

  /** Names at the top of the payload, where it is an object, and of the service's own fields. */
  byte[] of(WireFields entry) {
    out.clear();
    out.put('[');
    byte[] payload = entry.value(WireField.PAYLOAD);
    if (payload != null) {
      if (!scan(payload)) {
        parse(payload);
      }
      if (out.length() == 1) {
        add(WireField.PAYLOAD.bytes);
      }
    }
    for (int i = 0; i < entry.others(); i++) {
      add(entry.other(i));
    }
    out.put(']');
    // Events of one kind follow each other and have the same fields.
    if (!Arrays.equals(out.bytes(), 0, out.length(), last, 0, last.length)) {
      last = Arrays.copyOf(out.bytes(), out.length());
    }
    return last;
  }

  private void add(byte[] name) {
    separate();
    out.quoted(name);
  }

  private void separate() {
    if (out.length() > 1) {
      out.put(',');
    }
  }

  private void parse(byte[] payload) {
    out.clear();
    out.put('[');
    List<String> names = PayloadJson.fieldNames(payload);
    for (String name : names) {
      separate();
      out.quoted(name);
    }
  }

  /** Whether the payload was simple enough for this. */
  private boolean scan(byte[] payload) {
    if (payload.length == 0 || payload[0] != '{') {
      return true;
    }
    try {
      return object(payload);
    } catch (ArrayIndexOutOfBoundsException e) {
      // It ends in the middle.
      return false;
    }
  }

  private boolean object(byte[] json) {
    int at = space(json, 1);
    if (json[at] == '}') {
      return true;
    }
    for (int names = 0; names < PayloadJson.MOST_NAMES; names++) {
      int end = plainName(json, at);
      if (end < 0) {
        return false;
      }
      separate();
      out.ascii(json, at, end);
      at = space(json, end);
      if (json[at] != ':') {
        return false;
      }
      at = space(json, value(json, space(json, at + 1)));
      if (json[at] == '}') {
        return true;
      }
      if (json[at] != ',') {
        return false;
      }
      at = space(json, at + 1);
    }
    return true;
  }

  /** Behind a name in quotes that stands in a line as it is; -1 for any other. */
  private static int plainName(byte[] json, int at) {
    if (json[at] != '"') {
      return -1;
    }
    int end = at + 1;
    while (json[end] != '"') {
      if (json[end] < ' ' || json[end] == '\\' || json[end] == 0x7f) {
        return -1;
      }
      end++;
    }
    return end + 1;
  }

  private static int space(byte[] json, int from) {
    int at = from;
    while (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t') {
      at++;
    }
    return at;
  }

  /** Behind a value. */
  private static int value(byte[] json, int from) {
    int at = from;
    int depth = 0;
    do {
      while (depth > 0 && MARK[json[at] & 0xff] == 0) {
        at++;
      }
      switch (json[at++]) {
        case '"' -> at = text(json, at);
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        default -> {
          if (depth == 0) {
            return word(json, at);
          }
        }
      }
    } while (depth > 0);
    return at;
  }

  /** Behind a text of which the first quote has been seen. */
  private static int text(byte[] json, int from) {
    int at = from;
    while (json[at] != '"') {
      at += json[at] == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  /** Behind a number, {@code true}, {@code false} or {@code null}. */
  private static int word(byte[] json, int from) {
    int at = from;
    while (json[at] != ',' && json[at] != '}' && json[at] > ' ') {
      at++;
    }
    return at;
  }
}
