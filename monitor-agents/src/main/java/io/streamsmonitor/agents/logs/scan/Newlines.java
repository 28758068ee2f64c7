package io.streamsmonitor.agents.logs.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds and counts line feeds, eight bytes at a step. */
public final class Newlines {
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long FEEDS = LOW * '\n';

  private Newlines() {}

  /** Index of the next line feed in {@code [from, to)}, or {@code to}. */
  public static int next(byte[] buffer, int from, int to) {
    int i = from;
    for (; i + 8 <= to; i += 8) {
      long x = (long) LONG.get(buffer, i) ^ FEEDS;
      long zero = (x - LOW) & ~x & HIGH;
      if (zero != 0) {
        return i + (Long.numberOfTrailingZeros(zero) >>> 3);
      }
    }
    while (i < to && buffer[i] != '\n') {
      i++;
    }
    return i;
  }

  /** How many line feeds there are. */
  public static long count(byte[] buffer, int from, int to) {
    long count = 0;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      long x = (long) LONG.get(buffer, i) ^ FEEDS;
      // Exact for every byte, unlike the shorter test: no carry crosses a byte.
      long zero = ~(((x & ~HIGH) + ~HIGH) | x | ~HIGH);
      count += Long.bitCount(zero);
    }
    for (; i < to; i++) {
      count += buffer[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  /** Index of the last line feed in {@code [from, to)}, or -1. */
  public static int last(byte[] buffer, int from, int to) {
    int i = to - 1;
    while (i >= from && buffer[i] != '\n') {
      i--;
    }
    return i >= from ? i : -1;
  }
}
