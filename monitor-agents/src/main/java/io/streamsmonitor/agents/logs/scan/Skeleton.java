package io.streamsmonitor.agents.logs.scan;

/**
 * What stays the same when a program says the same thing again: the line without its numbers and
 * ids. Zero stays, because no errors are no failure; the number of a level stays, too.
 */
public final class Skeleton {
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private Skeleton() {}

  /** A hash of the line at {@code [from, to)}: 64 bits, taken as equal lines where equal. */
  public static long of(byte[] b, int from, int to) {
    long hash = PRIME;
    int i = from;
    while (i < to) {
      int start = i;
      if (i > from && b[i - 1] == '\n' && (b[i] == ' ' || b[i] == '\t')) {
        // A frame of a stack trace: its line number says which one.
        while (i < to && b[i] != '\n') {
          hash = mix(hash, b[i++]);
        }
        continue;
      }
      boolean digit = false;
      boolean hex = true;
      while (i < to && alnum(b[i])) {
        digit |= b[i] <= '9';
        hex &= b[i] <= 'f';
        i++;
      }
      if (i == start) {
        hash = mix(hash, b[i++]);
      } else if (digit ? kept(b, from, start, i) : !id(b, from, start, i, to, hex)) {
        for (int k = start; k < i; k++) {
          hash = mix(hash, b[k]);
        }
      } else {
        // Android's and glog's letter is a level with digits behind it.
        hash =
            mix(
                mix(hash, '#'),
                i - start == 5 && start - from < 40 ? b[start] > '9' ? b[start] : 0 : 0);
      }
    }
    return hash ^ hash >>> 32;
  }

  /** The stream id that the line names first, as {@code start << 32 | end}, or -1. */
  public static long streamId(byte[] b, int from, int to) {
    for (int i = from; i + 15 <= to; i++) {
      if (b[i + 13] == '-'
          && b[i] == '1'
          && (i == from || !name(b[i - 1]))
          && digits(b, i, i + 13)) {
        int end = i + 14;
        while (end < to && b[end] >= '0' && b[end] <= '9') {
          end++;
        }
        int sequence = end - i - 14;
        boolean whole = sequence >= 1 && sequence <= 10 && (end == to || !name(b[end]));
        if (whole && b[i + 1] >= '4') {
          return (long) i << 32 | end;
        }
      }
    }
    return -1;
  }

  private static boolean digits(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] < '0' || b[i] > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean kept(byte[] b, int from, int start, int end) {
    if (end - start == 1 && b[start] == '0') {
      return true;
    }
    return end - start <= 3 && digits(b, start, end) && named(b, from, start);
  }

  /** Whether the number at {@code at} is the value of something like a level or a status. */
  private static boolean named(byte[] b, int from, int at) {
    int i = at - 1;
    while (i > from && (b[i] == ':' || b[i] == '"' || b[i] == ' ' || b[i] == '=')) {
      i--;
    }
    if (i == at - 1 || i - 2 < from) {
      return false;
    }
    int tail = (b[i - 2] | 0x20) << 16 | (b[i - 1] | 0x20) << 8 | (b[i] | 0x20);
    return tail == ('v' << 16 | 'e' << 8 | 'l')
        || tail == ('i' << 16 | 't' << 8 | 'y')
        || tail == ('b' << 16 | 'e' << 8 | 'r')
        || tail == ('l' << 16 | 'v' << 8 | 'l')
        || tail == ('t' << 16 | 'u' << 8 | 's')
        || tail == ('o' << 16 | 'd' << 8 | 'e')
        || (b[at - 1] == ' ' && b[at - 2] == '"');
  }

  /** A group of a UUID that happens to have no digit. */
  private static boolean id(byte[] b, int from, int start, int end, int to, boolean hex) {
    int length = end - start;
    if (!hex || (length != 4 && length != 8 && length != 12)) {
      return false;
    }
    return (start > from && b[start - 1] == '-') || (end < to && b[end] == '-');
  }

  private static boolean alnum(byte c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  }

  private static boolean name(byte c) {
    return alnum(c) || c == '_' || c == '-';
  }

  private static long mix(long hash, int b) {
    return (hash ^ b) * PRIME + (hash >>> 29);
  }
}
