package io.streamsmonitor.envelope.events;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Bytes of lines, reused from line to line. For one thread at a time. */
public final class LineBuffer {
  /** A buffer that once had to hold a huge line gives the memory back. */
  private static final int KEEP = 64 * 1024;

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  /** Not 0 for ASCII that does not stand for itself within quotes. */
  private static final byte[] SPECIAL = new byte[128];

  static {
    for (int c = 0; c < 128; c++) {
      boolean plain = c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
      SPECIAL[c] = (byte) (plain ? 0 : 1);
    }
  }

  private final String[] known = new String[128];
  private byte[] bytes = new byte[1024];
  private int length;
  private long second = Long.MIN_VALUE;
  private String secondText = "";

  public LineBuffer() {
    Arrays.fill(known, "");
  }

  /** The buffer itself; valid up to {@link #length()} and until the next write. */
  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return length;
  }

  /** Begins a line anew: all up to the message. */
  public void begin(
      Level level,
      long epochMillis,
      String service,
      @Nullable String correlationId,
      @Nullable String traceId,
      String event) {
    clear();
    JsonLine.head(this, level, epochMillis, service, correlationId, traceId, event);
  }

  /** The message, given in pieces. */
  public void message(String verb, String object, String link, String place) {
    put('"');
    known(verb);
    escaped(object);
    known(link);
    known(place);
    put('"');
  }

  /** How long it took and what went wrong, behind the message. */
  public void measured(long durationMs, @Nullable String error) {
    JsonLine.tail(this, durationMs, error);
  }

  /** A field of the event, behind the common ones; values as those of a lifecycle event. */
  public void field(String name, @Nullable Object value) {
    JsonLine.field(this, name, value);
  }

  /** Ends the line. */
  public void end() {
    put('}');
    put('\n');
  }

  /** Replaces the content by this event as one line, line end included. */
  public void fill(LifecycleEvent event) {
    clear();
    JsonLine.write(event, this);
    put('\n');
  }

  /** Forgets the content. */
  public void clear() {
    if (bytes.length > KEEP) {
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

  void instant(Instant instant) {
    instant(instant.toEpochMilli());
  }

  /** {@code 2026-05-01T10:00:00.123Z}; the part up to the second is kept from the last call. */
  public void instant(long epochMillis) {
    long wanted = Math.floorDiv(epochMillis, 1000);
    if (wanted != second) {
      second = wanted;
      secondText = SECONDS.format(Instant.ofEpochSecond(wanted));
    }
    ascii(secondText);
    int millis = (int) (epochMillis - 1000 * wanted);
    room(4);
    bytes[length++] = (byte) ('0' + millis / 100);
    bytes[length++] = (byte) ('0' + millis / 10 % 10);
    bytes[length++] = (byte) ('0' + millis % 10);
    bytes[length++] = 'Z';
  }

  /** Text in quotes, escaped so that a line stays one line of valid JSON and UTF-8. */
  public void quoted(String text) {
    put('"');
    escaped(text);
    put('"');
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

  /**
   * A text that comes again and again, such as the name of the service: by its second time it is
   * known to stand for itself.
   */
  void known(String text) {
    int slot = text.hashCode() & known.length - 1;
    if (known[slot].equals(text)) {
      ascii(text);
      return;
    }
    int before = length;
    escaped(text);
    if (length - before == text.length() && text.length() <= 64) {
      // As long as before: nothing was escaped or took two bytes.
      known[slot] = text;
    }
  }

  /** As {@link #quoted} for a text that comes again and again. */
  void quotedKnown(String text) {
    put('"');
    known(text);
    put('"');
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
