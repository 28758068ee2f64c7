package io.streamsmonitor.agents.logs.parse;

import java.nio.charset.StandardCharsets;

/** The text of a line as a person means it: no colours, no byte order mark, no control bytes. */
final class CleanText {
  private static final char ESCAPE = 0x1b;
  private static final char BELL = 7;

  private CleanText() {}

  /**
   * Decodes and cleans; bytes that are no UTF-8 become U+FFFD, a lone CR ends what it overwrites.
   */
  static String of(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < 0x20 && c != '\t') || c == 0x7f || c == '\ufeff') {
        return cleaned(text);
      }
    }
    return text;
  }

  private static String cleaned(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == ESCAPE) {
        i = afterEscape(text, i + 1);
        continue;
      }
      if (c == '\r' && i + 1 < text.length()) {
        // A progress bar writes its line again: what stands last is what was seen.
        out.setLength(0);
      } else if (c == '\t' || (c >= 0x20 && c != 0x7f && c != '\ufeff')) {
        out.append(c);
      }
      i++;
    }
    return out.toString();
  }

  private static int afterEscape(String text, int at) {
    int i = at + 1;
    if (at >= text.length()) {
      return at;
    }
    if (text.charAt(at) == '[') {
      while (i < text.length() && (text.charAt(i) < 0x40 || text.charAt(i) > 0x7e)) {
        i++;
      }
      return Math.min(text.length(), i + 1);
    }
    if (text.charAt(at) == ']') {
      while (i < text.length() && text.charAt(i) != BELL && text.charAt(i) != ESCAPE) {
        i++;
      }
      boolean two = i + 1 < text.length() && text.charAt(i) == ESCAPE;
      return Math.min(text.length(), i + (two ? 2 : 1));
    }
    return i;
  }
}
