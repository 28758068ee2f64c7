package io.streamsmonitor.agents.logs.follow;

import java.util.Arrays;

/**
 * How far a file was read, and enough of its bytes to tell it, or a copy of it, from another file:
 * its beginning, and what stands before that place.
 */
final class Reach {
  static final int HEAD = 256;
  static final int TAIL = 2048;

  /** Less is no evidence that two files are one. */
  static final int TELLING = 32;

  private byte[] head = new byte[0];
  private final byte[] tail = new byte[TAIL];
  private int tailSize;
  private long position;

  long position() {
    return position;
  }

  /** Starts anew at the beginning of a file. */
  void reset() {
    head = new byte[0];
    tailSize = 0;
    position = 0;
  }

  /** Becomes the same as the other. */
  void copy(Reach other) {
    head = other.head.clone();
    position = other.position;
    tailSize = other.tailSize;
    System.arraycopy(other.tail, 0, tail, 0, tailSize);
  }

  /** How many bytes before the position are known. */
  int tailSize() {
    return tailSize;
  }

  /** Whether the bytes are those before the position. */
  boolean continues(byte[] bytes, int from) {
    return Arrays.equals(bytes, from, from + tailSize, tail, 0, tailSize);
  }

  /** More was read: {@code [from, to)}. */
  void advance(byte[] bytes, int from, int to) {
    if (position == head.length && head.length < HEAD) {
      int more = Math.min(HEAD - head.length, to - from);
      int old = head.length;
      head = Arrays.copyOf(head, old + more);
      System.arraycopy(bytes, from, head, old, more);
    }
    int length = to - from;
    int kept = Math.min(tailSize, Math.max(0, TAIL - length));
    System.arraycopy(tail, tailSize - kept, tail, 0, kept);
    int taken = Math.min(length, TAIL);
    System.arraycopy(bytes, to - taken, tail, kept, taken);
    tailSize = kept + taken;
    position += length;
  }

  /** Takes a place in the middle of a file that was not read up to there. */
  void begin(byte[] fileHead, byte[] before, long at) {
    head = fileHead.clone();
    position = at;
    tailSize = Math.min(TAIL, before.length);
    System.arraycopy(before, before.length - tailSize, tail, 0, tailSize);
  }

  /** Whether a file with this beginning may be the same or a copy. */
  boolean alike(byte[] other) {
    int length = Math.min(head.length, other.length);
    return length >= Math.min(TELLING, position)
        && length > 0
        && Arrays.equals(head, 0, length, other, 0, length);
  }

  /** How many bytes before this place are known, at most so many. */
  int known(long place, int most) {
    long first = position - tailSize;
    return place > position || place < first ? 0 : (int) Math.min(most, place - first);
  }

  /** Whether the bytes stand before this place. */
  boolean stands(long place, byte[] bytes) {
    int end = (int) (place - (position - tailSize));
    return Arrays.equals(bytes, 0, bytes.length, tail, end - bytes.length, end);
  }
}
