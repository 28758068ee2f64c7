package io.streamsmonitor.report.text;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Text of strangers with nothing hidden in it: control characters, terminal escapes, direction
 * marks and other invisible characters are shown as {@code \xNN}, one for each byte of UTF-8.
 */
public final class Visible {
  private Visible() {}

  /** The text over its own lines; line ends become {@code \n}, tabs stay. */
  public static String text(String text) {
    if (plain(text)) {
      return text;
    }
    String lines = text.replace("\r\n", "\n");
    StringBuilder out = new StringBuilder(lines.length() + 16);
    lines.codePoints().forEach(c -> append(c, out));
    return out.toString();
  }

  /** The text on one line, with single spaces. */
  public static String line(String text) {
    return text(text).replaceAll("\\s+", " ").strip();
  }

  /** At most {@code limit} characters of the text, saying how many are left out. */
  public static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end) + " … (" + (text.length() - end) + " more characters)";
  }

  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < 0x20 && c != '\n' && c != '\t') || c > 0x7e) {
        return false;
      }
    }
    return true;
  }

  private static void append(int c, StringBuilder out) {
    if (c == '\n' || c == '\t' || !hidden(c)) {
      out.appendCodePoint(c);
    } else if (Character.getType(c) == Character.SURROGATE) {
      out.append(String.format(Locale.ROOT, "\\u%04x", c));
    } else {
      for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
        out.append("\\x").append(HexFormat.of().toHexDigits(b));
      }
    }
  }

  private static boolean hidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          true;
      default -> false;
    };
  }
}
