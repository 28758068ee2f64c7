package io.streamsmonitor.envelope.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of JSON text in the making. For one thread at a time. */
abstract class JsonText {
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH = 0x0101_0101_0101_0101L;
  private static final long HIGH = 0x8080_8080_8080_8080L;

  /** Not 0 for ASCII that does not stand for itself within quotes. */
  private static final byte[] SPECIAL = new byte[128];

  static {
    for (int c = 0; c < 128; c++) {
      boolean plain = c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
      SPECIAL[c] = (byte) (plain ? 0 : 1);
    }
  }

  private byte[] bytes = new byte[1024];
  private int length;

  /** The buffer itself; valid up to {@link #length()} and until the next write. */
  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return length;
  }

  /** Forgets what was written since the length was this. */
  public final void backTo(int earlierLength) {
    length = earlierLength;
  }

  /** Begins anew; a buffer larger than this gives the memory back. */
  final void clear(int keep) {
    if (bytes.length > keep) {
      bytes = new byte[1024];
    }
    length = 0;
  }

  /** One ASCII character. */
  public void put(char c) {
    room(1);
    bytes[length++] = (byte) c;
  }

  byte last() {
    return bytes[length - 1];
  }

  /** Text known to be ASCII that needs no escape. */
  @SuppressWarnings("deprecation") // The one way to copy ASCII without an array in between.
  public void ascii(String text) {
    room(text.length());
    text.getBytes(0, text.length(), bytes, length);
    length += text.length();
  }

  /** Bytes known to be ASCII that needs no escape. */
  public void ascii(byte[] text) {
    ascii(text, 0, text.length);
  }

  /** A part of such bytes. */
  public void ascii(byte[] text, int from, int to) {
    room(to - from);
    System.arraycopy(text, from, bytes, length, to - from);
    length += to - from;
  }

  public void number(long value) {
    if (value < 0 || value > 999_999_999) {
      ascii(Long.toString(value));
      return;
    }
    room(9);
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    long rest = value;
    for (int i = digits - 1; i >= 0; i--) {
      bytes[length + i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  /** Text in quotes, escaped so that a line stays one line of valid JSON and UTF-8. */
  public void quoted(String text) {
    put('"');
    escaped(text);
    put('"');
  }

  /** As {@link #quoted(String)} for text that is already encoded. */
  public void quoted(byte[] utf8) {
    put('"');
    escaped(utf8);
    put('"');
  }

  /** As {@link #quoted(byte[])} without the quotes. */
  public void escaped(byte[] utf8) {
    if (isPlain(utf8)) {
      ascii(utf8);
    } else {
      escaped(new String(utf8, StandardCharsets.UTF_8));
    }
  }

  /** Whether all is ASCII that stands for itself, looked at eight bytes at a time. */
  private static boolean isPlain(byte[] text) {
    int at = 0;
    for (; at + 8 <= text.length; at += 8) {
      long eight = (long) EIGHT.get(text, at);
      long control = (eight - EACH * 0x20) & ~eight;
      long quote = eight ^ EACH * '"';
      long backslash = eight ^ EACH * '\\';
      long delete = eight ^ EACH * 0x7f;
      long odd =
          control
              | ((quote - EACH) & ~quote)
              | ((backslash - EACH) & ~backslash)
              | ((delete - EACH) & ~delete)
              | eight;
      if ((odd & HIGH) != 0) {
        return false;
      }
    }
    for (; at < text.length; at++) {
      if (text[at] < 0 || SPECIAL[text[at]] != 0) {
        return false;
      }
    }
    return true;
  }

  /** As {@link #quoted} without the quotes: a piece of a longer text. */
  void escaped(String text) {
    int characters = text.length();
    // At most six bytes a character, in the form of a backslash, u and four digits.
    room(6 * characters);
    for (int i = plain(text, characters); i < characters; i++) {
      char c = text.charAt(i);
      if (c < 128 && SPECIAL[c] == 0) {
        bytes[length++] = (byte) c;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < characters
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        supplementary(Character.toCodePoint(c, text.charAt(i)));
      } else {
        special(c);
      }
    }
  }

  /** Copies all of a text whose characters all stand for themselves; how many it copied. */
  private int plain(String text, int characters) {
    // First looking, then copying at once, is faster than both in one loop.
    int special = 0;
    int all = 0;
    for (int i = 0; i < characters; i++) {
      char c = text.charAt(i);
      all |= c;
      special |= SPECIAL[c & 127];
    }
    if (special != 0 || all > 127) {
      return 0;
    }
    ascii(text);
    return characters;
  }

  /** Text as it is, encoded. */
  public void utf8(String text) {
    int characters = text.length();
    int all = 0;
    for (int i = 0; i < characters; i++) {
      all |= text.charAt(i);
    }
    if (all < 128) {
      ascii(text);
      return;
    }
    room(3 * characters);
    for (int i = 0; i < characters; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes[length++] = (byte) c;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < characters
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        supplementary(Character.toCodePoint(c, text.charAt(i)));
      } else {
        encoded(Character.isSurrogate(c) ? '?' : c);
      }
    }
  }

  private void special(char c) {
    switch (c) {
      case '"', '\\' -> escape(c);
      case '\n' -> escape('n');
      case '\r' -> escape('r');
      case '\t' -> escape('t');
      default -> {
        boolean lineEnd = c == 0x85 || c == '\u2028' || c == '\u2029';
        if (c < 0x20 || c == 0x7f || lineEnd || Character.isSurrogate(c)) {
          unicode(c);
        } else {
          encoded(c);
        }
      }
    }
  }

  private void escape(char c) {
    bytes[length++] = '\\';
    bytes[length++] = (byte) c;
  }

  private void unicode(char c) {
    escape('u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      bytes[length++] = HEX[(c >> shift) & 0xf];
    }
  }

  private void encoded(char c) {
    if (c < 0x80) {
      bytes[length++] = (byte) c;
      return;
    }
    if (c < 0x800) {
      bytes[length++] = (byte) (0xc0 | c >> 6);
    } else {
      bytes[length++] = (byte) (0xe0 | c >> 12);
      bytes[length++] = (byte) (0x80 | (c >> 6 & 0x3f));
    }
    bytes[length++] = (byte) (0x80 | (c & 0x3f));
  }

  private void supplementary(int codePoint) {
    bytes[length++] = (byte) (0xf0 | codePoint >> 18);
    bytes[length++] = (byte) (0x80 | (codePoint >> 12 & 0x3f));
    bytes[length++] = (byte) (0x80 | (codePoint >> 6 & 0x3f));
    bytes[length++] = (byte) (0x80 | (codePoint & 0x3f));
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
