package io.streamsmonitor.core.fleet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes that grow, with the array in reach, so that a write needs no copy. */
final class LineBytes extends ByteArrayOutputStream {
  private static final int KEPT = 1 << 17;

  LineBytes() {
    super(1 << 10);
  }

  /** The bytes so far are the first {@link #size()} of it. */
  @SuppressWarnings("EI_EXPOSE_REP") // that is what it is for
  byte[] array() {
    return buf;
  }

  void text(String text) {
    writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  void number(long value) {
    writeBytes(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
  }

  /** Empties it, and gives back the memory of an unusual peak. */
  void clear() {
    if (buf.length > KEPT) {
      buf = new byte[1 << 10];
    }
    reset();
  }

  /** Index after the last byte that is no line end: {@code \n} or {@code \r\n}. */
  static int contentEnd(byte[] buffer, int from, int to) {
    int end = to > from && buffer[to - 1] == '\n' ? to - 1 : to;
    return end < to && end > from && buffer[end - 1] == '\r' ? end - 1 : end;
  }
}
