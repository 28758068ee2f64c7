package io.streamsmonitor.core.fleet;

/**
 * The start of a line without terminal colours, each character with the place of its byte. A
 * character is a byte, so that places stay exact whatever the encoding is.
 */
final class VisibleText {
  private static final int LIMIT = 400;
  private static final char ESC = 0x1b;
  private static final char BEL = 0x07;

  private final StringBuilder text = new StringBuilder();
  private final int[] places;

  VisibleText(byte[] buffer, int from, int to) {
    int end = Math.min(LineBytes.contentEnd(buffer, from, to), from + LIMIT);
    places = new int[end - from + 1];
    int at = from;
    while (at < end) {
      int next = afterEscape(buffer, at, end);
      if (next == at) {
        places[text.length()] = at - from;
        text.append((char) (buffer[at] & 0xff));
        next++;
      }
      at = next;
    }
    places[text.length()] = at - from;
  }

  /** How many bytes of the line stand before this character; colours before it count. */
  int place(int character) {
    return places[character];
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static int afterEscape(byte[] buffer, int at, int end) {
    if (buffer[at] != ESC || at + 1 >= end) {
      return at;
    }
    int i = at + 2;
    switch (buffer[at + 1]) {
      case '[' -> {
        while (i < end && (buffer[i] < '@' || buffer[i] > '~')) {
          i++;
        }
        return Math.min(i + 1, end);
      }
      case ']' -> {
        while (i < end && buffer[i] != BEL) {
          i++;
        }
        return Math.min(i + 1, end);
      }
      case '(', ')' -> {
        return Math.min(at + 3, end);
      }
      default -> {
        return at + 2;
      }
    }
  }

  /** The text without colours. */
  static String strip(String line) {
    return line.indexOf(ESC) < 0
        ? line
        : line.replaceAll(
            "\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007]*\u0007|[()].|[^\\[\\]()])", "");
  }
}
