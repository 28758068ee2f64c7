package io.streamsmonitor.envelope.events;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** Bytes of lines, reused from line to line. For one thread at a time. */
public final class LineBuffer {
  /** A buffer that once had to hold a huge line gives the memory back. */
  private static final int KEEP = 64 * 1024;

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private byte[] bytes = new byte[1024];
  private int length;
  private long second = Long.MIN_VALUE;
  private String secondText = "";

  /** The buffer itself; valid up to {@link #length()} and until the next write. */
  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return length;
  }

  /** Replaces the content by this event as one line, line end included. */
  public void fill(LifecycleEvent event) {
    if (bytes.length > KEEP) {
      bytes = new byte[1024];
    }
    length = 0;
    JsonLine.write(event, this);
    put('\n');
  }

  /** One ASCII character. */
  void put(char c) {
    room(1);
    bytes[length++] = (byte) c;
  }

  byte last() {
    return bytes[length - 1];
  }

  /** Text known to be ASCII that needs no escape. */
  @SuppressWarnings("deprecation") // The one way to copy ASCII without an array in between.
  void ascii(String text) {
    room(text.length());
    text.getBytes(0, text.length(), bytes, length);
    length += text.length();
  }

  void number(long value) {
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

  /** {@code 2026-05-01T10:00:00.123Z}; the part up to the second is kept from the last call. */
  void instant(Instant instant) {
    if (instant.getEpochSecond() != second) {
      second = instant.getEpochSecond();
      secondText = SECONDS.format(instant);
    }
    ascii(secondText);
    int millis = instant.getNano() / 1_000_000;
    room(4);
    bytes[length++] = (byte) ('0' + millis / 100);
    bytes[length++] = (byte) ('0' + millis / 10 % 10);
    bytes[length++] = (byte) ('0' + millis % 10);
    bytes[length++] = 'Z';
  }

  /** Text in quotes, escaped so that a line stays one line of valid JSON and UTF-8. */
  void quoted(String text) {
    int characters = text.length();
    // At most six bytes a character, in the form of a backslash, u and four digits.
    room(6 * characters + 2);
    bytes[length++] = '"';
    for (int i = 0; i < characters; i++) {
      char c = text.charAt(i);
      if (c >= 0x20 && c < 0x7f && c != '"' && c != '\\') {
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
    bytes[length++] = '"';
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
