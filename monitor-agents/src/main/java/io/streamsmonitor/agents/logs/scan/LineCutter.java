package io.streamsmonitor.agents.logs.scan;

import java.util.Arrays;

/**
 * Cuts bytes into lines, however they come in pieces. Of a line longer than 64 KiB its head and its
 * tail are kept: the memory it takes does not grow with it.
 */
public final class LineCutter {
  private static final int HEAD = 48 << 10;
  private static final int TAIL = 16 << 10;

  private final LineSink out;

  /** One more than is kept: a carriage return at the end is not part of the line. */
  private final byte[] tail = new byte[TAIL + 1];

  private byte[] head = new byte[1 << 10];
  private long length;
  private long offset;
  private long number = 1;

  public LineCutter(LineSink out) {
    this.out = out;
  }

  /** Takes the next bytes of the file. */
  public void accept(byte[] buffer, int from, int to) {
    int at = from;
    while (at < to) {
      int end = Newlines.next(buffer, at, to);
      boolean whole = end < to;
      int content = contentEnd(buffer, at, end);
      if (whole && length == 0 && excess(content - at) == 0) {
        out.line(buffer, at, content, offset, number++, 0);
        offset += end + 1 - at;
      } else {
        keep(buffer, at, end);
        if (whole) {
          end(1);
        }
      }
      at = end + 1;
    }
  }

  /** Gives out a last line that has no end. */
  public void finish() {
    if (length > 0) {
      end(0);
    }
  }

  /** Bytes since the beginning of the line that is not finished. */
  public long open() {
    return length;
  }

  /** Goes on at another place of the file, where a line begins. */
  public void skipTo(long nextOffset, long nextNumber) {
    offset = nextOffset;
    number = nextNumber;
  }

  /** Number of the next line. */
  public long number() {
    return number;
  }

  private void keep(byte[] buffer, int from, int to) {
    int first = (int) Math.min(to - from, Math.max(0, HEAD + TAIL - length));
    int size = (int) Math.min(length, HEAD + TAIL);
    if (size + first > head.length) {
      head = Arrays.copyOf(head, Math.min(HEAD + TAIL, Math.max(2 * head.length, size + first)));
    }
    System.arraycopy(buffer, from, head, size, first);
    // The tail is a ring by place in the line, so that pieces of any size give the same one.
    int begin = Math.max(from, to - tail.length);
    long place = length + begin - from;
    for (int i = begin; i < to; i++) {
      tail[(int) (place++ % tail.length)] = buffer[i];
    }
    length += to - from;
  }

  private void end(int terminator) {
    long content = tail[(int) ((length - 1) % tail.length)] == '\r' ? length - 1 : length;
    long cut = Math.max(0, content - HEAD - TAIL);
    for (int i = 0; cut > 0 && i < TAIL; i++) {
      head[HEAD + i] = tail[(int) ((content - TAIL + i) % tail.length)];
    }
    out.line(head, 0, (int) (content - cut), offset, number++, cut);
    offset += length + terminator;
    length = 0;
    if (head.length > 1 << 14) {
      head = new byte[1 << 10];
    }
  }

  /** The head and the tail of a line that is whole; {@link #excess} says what they leave out. */
  public static byte[] ends(byte[] buffer, int from, int to) {
    byte[] ends = Arrays.copyOfRange(buffer, from, from + (int) (to - from - excess(to - from)));
    if (to - from > ends.length) {
      System.arraycopy(buffer, to - TAIL, ends, HEAD, TAIL);
    }
    return ends;
  }

  /** Bytes that are left out of a line of this length. */
  public static long excess(long lineLength) {
    return Math.max(0, lineLength - HEAD - TAIL);
  }

  /** Index after the last byte that is no carriage return at the end. */
  static int contentEnd(byte[] buffer, int from, int to) {
    return to > from && buffer[to - 1] == '\r' ? to - 1 : to;
  }
}
