package io.streamsmonitor.report.format;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Escapes what is invisible, as it passes. Outside of strings JSON has none of these characters, so
 * a plain escape is always right. Closing and flushing leave the writer below as it is.
 */
final class SafeJsonWriter extends FilterWriter {
  private char high;

  SafeJsonWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    write(new char[] {(char) c}, 0, 1);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    write(text.substring(from, from + length).toCharArray(), 0, length);
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    int start = from;
    int end = from + length;
    for (int i = from; i < end; i++) {
      char c = text[i];
      if (c >= 0x7f || high != 0) {
        out.write(text, start, i - start);
        start = i + 1;
        one(c);
      }
    }
    out.write(text, start, end - start);
  }

  private void one(char c) throws IOException {
    if (high != 0 && Character.isLowSurrogate(c)) {
      pair(high, c);
      high = 0;
      return;
    }
    finish();
    if (Character.isHighSurrogate(c)) {
      high = c;
    } else if (hidden(c)) {
      escape(c);
    } else {
      out.write(c);
    }
  }

  private void pair(char first, char second) throws IOException {
    if (hidden(Character.toCodePoint(first, second))) {
      escape(first);
      escape(second);
    } else {
      out.write(first);
      out.write(second);
    }
  }

  /** Writes what waited for its other half. */
  void finish() throws IOException {
    if (high != 0) {
      escape(high);
      high = 0;
    }
  }

  private void escape(char c) throws IOException {
    out.write("\\u" + Integer.toHexString(0x10000 | c).substring(1));
  }

  private static boolean hidden(int c) {
    if (c == 0x7f) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  @Override
  public void flush() {
    // the writer below is flushed by its owner
  }

  @Override
  public void close() {
    // the writer below is closed by its owner
  }
}
