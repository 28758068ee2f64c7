package io.streamsmonitor.envelope;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/** Times as text: UTC, milliseconds, {@code Z}. */
final class Iso {
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  /** Many events share a millisecond. Immutable, so that threads may race for it. */
  private static volatile Stamp last = new Stamp(0, MILLIS.format(Instant.EPOCH));

  private Iso() {}

  static String millis(Instant instant) {
    return millis(instant.toEpochMilli());
  }

  static String millis(long epochMillis) {
    Stamp known = last;
    if (known.millis == epochMillis) {
      return known.text;
    }
    String text = sameSecond(known, epochMillis);
    if (text == null) {
      text = MILLIS.format(Instant.ofEpochMilli(epochMillis));
    }
    last = new Stamp(epochMillis, text);
    return text;
  }

  private static @Nullable String sameSecond(Stamp known, long epochMillis) {
    if (Math.floorDiv(known.millis, 1000) != Math.floorDiv(epochMillis, 1000)) {
      return null;
    }
    int millis = (int) Math.floorMod(epochMillis, 1000L);
    int end = known.text.length() - 4;
    StringBuilder text = new StringBuilder(end + 4).append(known.text, 0, end);
    text.append((char) ('0' + millis / 100)).append((char) ('0' + millis / 10 % 10));
    return text.append((char) ('0' + millis % 10)).append('Z').toString();
  }

  /** Any ISO-8601 instant, with offset or {@code Z}; {@code null} for anything else. */
  static @Nullable Instant parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    Stamp known = last;
    int inSecond = millisInSecondOf(known, text);
    if (inSecond >= 0) {
      return Instant.ofEpochMilli(1000 * Math.floorDiv(known.millis, 1000) + inSecond);
    }
    try {
      Instant parsed = OffsetDateTime.parse(text).toInstant();
      long millis = parsed.toEpochMilli();
      // What comes next was mostly published within the same second.
      last = new Stamp(millis, MILLIS.format(Instant.ofEpochMilli(millis)));
      return parsed;
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  /** The last digits of a text that names the same second in the same way; -1 for any other. */
  private static int millisInSecondOf(Stamp known, String text) {
    int end = text.length() - 4;
    if (known.text.length() != text.length()
        || text.charAt(end + 3) != 'Z'
        || !text.regionMatches(0, known.text, 0, end)) {
      return -1;
    }
    int millis = 0;
    for (int i = end; i < end + 3; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      millis = 10 * millis + digit;
    }
    return millis;
  }

  /** The time in front of the dash of a stream entry's id; {@code null} when there is none. */
  static @Nullable Instant ofEntry(String messageId) {
    long millis = millisOfEntry(messageId);
    return millis < 0 ? null : Instant.ofEpochMilli(millis);
  }

  /** As {@link #ofEntry}, in milliseconds; -1 when there is none. */
  static long millisOfEntry(String messageId) {
    int dash = messageId.indexOf('-');
    int end = dash < 0 ? messageId.length() : dash;
    try {
      return end == 0 ? -1 : Math.max(-1, Long.parseLong(messageId, 0, end, 10));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private record Stamp(long millis, String text) {}
}
