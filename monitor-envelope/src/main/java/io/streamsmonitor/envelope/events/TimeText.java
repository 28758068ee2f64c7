package io.streamsmonitor.envelope.events;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/**
 * Times as text, {@code 2026-05-01T10:00:00.123Z}, and back. What comes next is mostly within the
 * same second, so that part is kept; for one thread at a time.
 */
public final class TimeText {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.", Locale.ROOT).withZone(ZoneOffset.UTC);

  private long lastMillis = Long.MIN_VALUE;
  private byte[] last = {};
  private long readSecond;
  private byte[] read = {};

  /** The text, which nobody may change. */
  public byte[] of(long epochMillis) {
    if (epochMillis != lastMillis) {
      last = next(lastMillis, last, epochMillis);
      lastMillis = epochMillis;
    }
    return last;
  }

  /** The text of a time, of which most may be known from the text of another. */
  public static byte[] next(long lastMillis, byte[] last, long epochMillis) {
    long second = Math.floorDiv(epochMillis, 1000);
    boolean sameSecond = last.length > 0 && second == Math.floorDiv(lastMillis, 1000);
    byte[] text =
        sameSecond
            ? last.clone()
            : (SECONDS.format(Instant.ofEpochSecond(second)) + "000Z").getBytes(US_ASCII);
    int millis = (int) (epochMillis - 1000 * second);
    int end = text.length;
    text[end - 4] = (byte) ('0' + millis / 100);
    text[end - 3] = (byte) ('0' + millis / 10 % 10);
    text[end - 2] = (byte) ('0' + millis % 10);
    return text;
  }

  /** Any ISO-8601 instant, with offset or {@code Z}, in milliseconds; -1 for anything else. */
  public long millis(byte[] text) {
    int end = text.length - 4;
    if (text.length == read.length
        && text[end + 3] == 'Z'
        && Arrays.equals(text, 0, end, read, 0, end)) {
      int inSecond = 100 * digit(text[end]) + 10 * digit(text[end + 1]) + digit(text[end + 2]);
      if (inSecond >= 0) {
        return 1000 * readSecond + inSecond;
      }
    }
    return parsed(text);
  }

  private long parsed(byte[] text) {
    try {
      long millis = OffsetDateTime.parse(new String(text, US_ASCII)).toInstant().toEpochMilli();
      byte[] usual = of(millis);
      if (Arrays.equals(usual, text)) {
        read = usual;
        readSecond = Math.floorDiv(millis, 1000);
      }
      return millis;
    } catch (DateTimeException | ArithmeticException e) {
      return -1;
    }
  }

  /** Far below zero for what is none. */
  private static int digit(byte c) {
    int digit = c - '0';
    return digit < 0 || digit > 9 ? -10_000 : digit;
  }
}
