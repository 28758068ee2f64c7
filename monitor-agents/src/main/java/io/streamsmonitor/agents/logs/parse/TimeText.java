package io.streamsmonitor.agents.logs.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the time at the head of a line, in every layout that loggers commonly write. */
final class TimeText {
  private static final String CLOCK = "(\\d{2})[:.](\\d{2})[:.](\\d{2})(?:[.,:](\\d{1,9}))?";
  private static final String ZONE = "(?:\\s?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?";
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})[-/.](\\d{2})[-/.](\\d{2})[T _-]\\s?" + CLOCK + ZONE + "(?![\\d])");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:[A-Z][a-z]{2},? )?(\\d{1,2})[ /-]([A-Z][a-z]{2})[a-z]*[ /-](\\d{4})[: ]"
              + CLOCK
              + ZONE);
  private static final Pattern SYSLOG =
      Pattern.compile(
          "(?:[A-Z][a-z]{2},? )?([A-Z][a-z]{2})\\s+(\\d{1,2})(?: (\\d{4}))? "
              + CLOCK
              + "(?: (?:[A-Z]{3,4} )?(\\d{4}))?(?![\\d])");

  /** Java's own logger, and what Americans and Europeans write. */
  private static final Pattern NOON =
      Pattern.compile(
          "([A-Z][a-z]{2}) (\\d{1,2}), (\\d{4}),? (\\d{1,2}):(\\d{2}):(\\d{2})(?:\\.(\\d{1,9}))? ?([AaPp][Mm])\\b");

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})[ T,]+(\\d{1,2}):(\\d{2}):(\\d{2})(?:[.,](\\d{1,9}))?(?: ?([AaPp][Mm])\\b)?(?![\\d])");

  private static final Pattern COMPACT =
      Pattern.compile(
          "(\\d{4})(\\d{2})(\\d{2})[T ](\\d{2}):?(\\d{2}):?(\\d{2})(?:[.,](\\d{1,9}))?"
              + ZONE
              + "(?![\\d])");
  private static final Pattern SHORT =
      Pattern.compile(
          "(\\d{2})[/-]?(\\d{2})[/-]?(\\d{2}) (\\d{2}):?(\\d{2}):?(\\d{2})(?:[.,](\\d{1,9}))?(?!\\d)");
  private static final Pattern GLOG =
      Pattern.compile("[IWEFD](?:\\d{2})?(\\d{2})(\\d{2}) " + CLOCK);
  private static final Pattern CLOCK_ONLY = Pattern.compile(CLOCK + "(?![\\d])");
  private static final Pattern UNIX =
      Pattern.compile("(\\d{10}|\\d{13}|\\d{16}|\\d{19})(?:\\.(\\d{1,9}))?(?![\\d-])");
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  /** A time, and where it ends in the text. */
  record Found(LogTime time, int end) {}

  private TimeText() {}

  /** The time that begins at {@code from}, or null. */
  static @Nullable Found at(String text, int from, Instant near) {
    if (from >= text.length()) {
      return null;
    }
    char c = text.charAt(from);
    try {
      return Character.isDigit(c) ? digits(text, from, near) : letters(text, from, near);
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Found digits(String text, int from, Instant near) {
    Matcher m = start(ISO, text, from);
    if (m != null) {
      LocalDate day = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
      return found(day, m, 4, m.group(8), m.end());
    }
    m = start(NAMED, text, from);
    if (m != null) {
      LocalDate day = LocalDate.of(number(m, 3), month(m.group(2)), number(m, 1));
      return found(day, m, 4, m.group(8), m.end());
    }
    m = start(COMPACT, text, from);
    if (m != null) {
      LocalDate day = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
      return found(day, m, 4, m.group(8), m.end());
    }
    m = start(DAY_FIRST, text, from);
    if (m != null) {
      return found(day(m), m, 5, m.group(9), m.end());
    }
    m = start(SHORT, text, from);
    if (m != null) {
      LocalDate day = LocalDate.of(2000 + number(m, 1), number(m, 2), number(m, 3));
      return found(day, m, 4, null, m.end());
    }
    m = start(UNIX, text, from);
    if (m != null) {
      LogTime unix = unix(m.group());
      return unix == null ? null : new Found(unix, m.end());
    }
    m = start(CLOCK_ONLY, text, from);
    return m == null
        ? null
        : found(near.atOffset(ZoneOffset.UTC).toLocalDate(), m, 1, null, m.end());
  }

  private static @Nullable Found letters(String text, int from, Instant near) {
    int year = near.atOffset(ZoneOffset.UTC).getYear();
    Matcher m = start(SYSLOG, text, from);
    if (m != null && month(m.group(1)) > 0) {
      String written = m.group(3) != null ? m.group(3) : m.group(8);
      LocalDate day =
          LocalDate.of(
              written == null ? year : Integer.parseInt(written), month(m.group(1)), number(m, 2));
      return found(day, m, 4, null, m.end());
    }
    m = start(NAMED, text, from);
    if (m != null) {
      return found(
          LocalDate.of(number(m, 3), month(m.group(2)), number(m, 1)), m, 4, m.group(8), m.end());
    }
    m = start(NOON, text, from);
    if (m != null) {
      LocalDate day = LocalDate.of(number(m, 3), month(m.group(1)), number(m, 2));
      return found(day, m, 4, m.group(8), m.end());
    }
    m = start(GLOG, text, from);
    return m == null
        ? null
        : found(LocalDate.of(year, number(m, 1), number(m, 2)), m, 3, null, m.end());
  }

  /**
   * Seconds, milliseconds, microseconds or nanoseconds since 1970, told by their size; else null.
   */
  static @Nullable LogTime unix(String number) {
    int dot = number.indexOf('.');
    String whole = dot < 0 ? number : number.substring(0, dot);
    if (!whole.matches("1\\d{9}|1\\d{12}|1\\d{15}|1\\d{18}")) {
      return null;
    }
    long value = Long.parseLong(whole);
    int extra = whole.length() - 10;
    long scale = (long) Math.pow(10, extra);
    long nanos = value % scale * (1_000_000_000L / scale);
    if (dot >= 0 && extra == 0) {
      nanos = Math.round(Double.parseDouble("0" + number.substring(dot)) * 1e9);
    }
    return new LogTime(
        Instant.ofEpochSecond(value / scale, nanos), true, extra == 0 && dot < 0 ? 1000 : 1);
  }

  private static @Nullable Matcher start(Pattern pattern, String text, int from) {
    Matcher m = pattern.matcher(text).region(from, Math.min(text.length(), from + 48));
    return m.lookingAt() ? m : null;
  }

  /** With slashes the month comes first unless it cannot; with dots and dashes the day. */
  private static LocalDate day(Matcher m) {
    int first = number(m, 1);
    int second = number(m, 3);
    boolean monthFirst = m.group(2).equals("/") ? first <= 12 : second > 12;
    return monthFirst
        ? LocalDate.of(number(m, 4), first, second)
        : LocalDate.of(number(m, 4), second, first);
  }

  /**
   * @param zone or half of the day
   */
  private static Found found(LocalDate day, Matcher m, int hour, @Nullable String zone, int end) {
    String fraction = m.group(hour + 3);
    int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    int hours = number(m, hour);
    boolean half = false;
    if (zone != null && zone.length() == 2) {
      half = true;
      hours = hours % 12 + (Character.toLowerCase(zone.charAt(0)) == 'p' ? 12 : 0);
    }
    LocalTime time = LocalTime.of(hours, number(m, hour + 1), number(m, hour + 2), nanos);
    boolean named = zone != null && !half;
    ZoneOffset offset =
        zone == null || !zone.matches("[+-].*") ? ZoneOffset.UTC : ZoneOffset.of(colon(zone));
    Instant at = LocalDateTime.of(day, time).toInstant(offset);
    return new Found(new LogTime(at, named, fraction == null ? 1000 : 1), end);
  }

  private static String colon(String zone) {
    return zone.indexOf(':') > 0 ? zone : zone.substring(0, 3) + ":" + zone.substring(3);
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private static int month(String name) {
    int at = MONTHS.indexOf(name.toLowerCase(Locale.ROOT).substring(0, 3));
    return at < 0 || at % 3 != 0 ? 0 : at / 3 + 1;
  }
}
