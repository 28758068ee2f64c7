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

  private Iso() {}

  static String millis(Instant instant) {
    return MILLIS.format(instant);
  }

  /** Any ISO-8601 instant, with offset or {@code Z}; {@code null} for anything else. */
  static @Nullable Instant parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The time in front of the dash of a stream entry's id; {@code null} when there is none. */
  static @Nullable Instant ofEntry(String messageId) {
    int dash = messageId.indexOf('-');
    try {
      return Instant.ofEpochMilli(
          Long.parseLong(dash < 0 ? messageId : messageId.substring(0, dash)));
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }
}
