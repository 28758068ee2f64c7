package io.streamsmonitor.report.format;

import io.streamsmonitor.core.json.Json;

/** JSON whose strings hold no raw character that a terminal or an editor would obey. */
final class JsonText {
  private JsonText() {}

  static String line(Object value) {
    return safe(Json.line(value));
  }

  static String pretty(Object value) {
    return safe(Json.pretty(value)) + "\n";
  }

  /** Outside of strings JSON has none of these, so a plain escape is always right. */
  private static String safe(String json) {
    int first = 0;
    while (first < json.length() && !hidden(json, first)) {
      first++;
    }
    if (first == json.length()) {
      return json;
    }
    StringBuilder out = new StringBuilder(json.length() + 16).append(json, 0, first);
    for (int i = first; i < json.length(); i++) {
      char c = json.charAt(i);
      if (hidden(json, i)) {
        out.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean hidden(String json, int i) {
    char c = json.charAt(i);
    if (c < 0x7f) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      case Character.SURROGATE -> !paired(json, i);
      default -> false;
    };
  }

  private static boolean paired(String text, int i) {
    char c = text.charAt(i);
    return Character.isHighSurrogate(c)
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
