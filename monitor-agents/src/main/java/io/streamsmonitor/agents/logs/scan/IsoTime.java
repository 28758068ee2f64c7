package io.streamsmonitor.agents.logs.scan;

import java.time.LocalDate;

/** Reads {@code 2026-03-01T10:00:00.123Z} from bytes, in the layouts that loggers write most. */
final class IsoTime {
  private static final long DAY_MS = 86_400_000L;

  private long lastDate;
  private int lastDay;
  private long lastDayMs;
  private long millis;

  /** Milliseconds since 1970 of what {@link #read} found last. */
  long millis() {
    return millis;
  }

  /** Index after the time that begins at {@code at}, or -1 where none does. */
  int read(byte[] b, int at, int to) {
    if (at + 19 > to || b[at + 4] != '-' || b[at + 7] != '-' || b[at + 13] != ':') {
      return -1;
    }
    if (b[at + 16] != ':' || (b[at + 10] != 'T' && b[at + 10] != ' ')) {
      return -1;
    }
    int day = two(b, at + 8);
    int hour = two(b, at + 11);
    int minute = two(b, at + 14);
    int second = two(b, at + 17);
    if ((day | hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) {
      return -1;
    }
    long date = (long) Newlines.LONG.get(b, at);
    if ((date != lastDate || day != lastDay) && !date(b, at, date, day)) {
      return -1;
    }
    millis = lastDayMs + ((hour * 60L + minute) * 60 + second) * 1000;
    return zone(b, fraction(b, at + 19, to), to);
  }

  private boolean date(byte[] b, int at, long date, int day) {
    int year = two(b, at) * 100 + two(b, at + 2);
    int month = two(b, at + 5);
    boolean month29 = month == 2 && day == 29;
    if (two(b, at) < 0 || two(b, at + 2) < 0 || month < 1 || month > 12 || month29) {
      // Whether a year has a 29 February is left to the parser that knows.
      return false;
    }
    if (day < 1 || day > LocalDate.of(2024, month, 1).lengthOfMonth()) {
      return false;
    }
    lastDate = date;
    lastDay = day;
    lastDayMs = LocalDate.of(year, month, day).toEpochDay() * DAY_MS;
    return true;
  }

  private int fraction(byte[] b, int at, int to) {
    if (at + 1 >= to || (b[at] != '.' && b[at] != ',' && b[at] != ':') || !digit(b[at + 1])) {
      return at;
    }
    int i = at + 1;
    int scale = 100;
    while (i < to && digit(b[i]) && i - at <= 9) {
      millis += (long) (b[i] - '0') * scale;
      scale /= 10;
      i++;
    }
    return i;
  }

  private int zone(byte[] b, int at, int to) {
    int end = at;
    if (at < to && b[at] == 'Z') {
      end = at + 1;
    } else if (at + 5 <= to && (b[at] == '+' || b[at] == '-')) {
      int minutes = b[at + 3] == ':' ? at + 4 : at + 3;
      int h = two(b, at + 1);
      int m = minutes + 2 <= to ? two(b, minutes) : -1;
      if (h < 0 || m < 0 || h > 18) {
        return -1;
      }
      millis -= (b[at] == '-' ? -1 : 1) * (h * 60L + m) * 60_000;
      end = minutes + 2;
    } else if (at + 1 < to && b[at] == ' ' && "+UGZ".indexOf(b[at + 1]) >= 0) {
      return -1;
    }
    return end < to && digit(b[end]) ? -1 : end;
  }

  private static int two(byte[] b, int at) {
    int high = b[at] - '0';
    int low = b[at + 1] - '0';
    return (high | low) < 0 || high > 9 || low > 9 ? -1 : high * 10 + low;
  }

  private static boolean digit(byte b) {
    return b >= '0' && b <= '9';
  }
}
