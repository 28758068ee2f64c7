package io.streamsmonitor.core.fleet;

import io.streamsmonitor.core.model.RawLine;
import java.util.Arrays;
import java.util.function.Consumer;

/** Whole lines of one service on their way into its files, and then to the agents. */
final class LineBatch {
  private final LineBytes bytes = new LineBytes();
  private int[] starts = new int[64];
  private int[] skips = new int[64];
  private int count;

  void add(byte[] buffer, int from, int to, int skip) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      skips = Arrays.copyOf(skips, 2 * count);
    }
    starts[count] = bytes.size();
    skips[count++] = skip;
    bytes.write(buffer, from, to - from);
  }

  /** Writes what was added and hands it out, in this order; empty afterwards. */
  void flush(ServiceLog log, Consumer<RawLine> out) {
    if (count == 0) {
      return;
    }
    ServiceLog.Place place = log.write(this);
    try {
      for (int i = 0; i < count; i++) {
        int from = start(i) + skip(i);
        byte[] line = Arrays.copyOfRange(bytes.array(), from, contentEnd(i));
        out.accept(log.line(place, from, line, false, 0));
      }
    } finally {
      bytes.clear();
      count = 0;
    }
  }

  LineBytes bytes() {
    return bytes;
  }

  int count() {
    return count;
  }

  int start(int line) {
    return starts[line];
  }

  int skip(int line) {
    return skips[line];
  }

  int contentEnd(int line) {
    int end = line + 1 < count ? starts[line + 1] : bytes.size();
    return LineBytes.contentEnd(bytes.array(), starts[line] + skips[line], end);
  }
}
