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
    if (known.text.equals(text)) {
      return Instant.ofEpochMilli(known.millis);
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
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
