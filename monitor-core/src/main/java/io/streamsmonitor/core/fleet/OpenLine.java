package io.streamsmonitor.core.fleet;

import io.streamsmonitor.core.model.RawLine;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A line that is in the file before its end is known: longer than memory should hold, or given out
 * after a pause. Its head and its tail are kept for the event.
 */
final class OpenLine {
  private static final int HEAD = 48 << 10;
  private static final int TAIL = 16 << 10;

  private final ServiceLog log;
  private final ServiceLog.Place place;
  private final int skip;
  private final LineBytes head = new LineBytes();
  private final LineBytes tail = new LineBytes();
  private long length;

  /** Writes the first bytes, of which {@code skip} are not the service's own words. */
  OpenLine(ServiceLog log, byte[] buffer, int from, int to, int skip) {
    this.log = log;
    this.skip = skip;
    this.place = log.begin(buffer, from, to);
    keep(buffer, from + skip, to);
  }

  ServiceLog log() {
    return log;
  }

  void more(byte[] buffer, int from, int to) {
    log.more(buffer, from, to);
    keep(buffer, from, to);
  }

  private void keep(byte[] buffer, int from, int to) {
    length += to - from;
    int first = Math.min(to - from, HEAD - head.size());
    head.write(buffer, from, first);
    tail.write(buffer, from + first, to - from - first);
    if (tail.size() > 8 * TAIL) {
      byte[] last = lastOf(tail, TAIL);
      tail.clear();
      tail.writeBytes(last);
    }
  }

  /** Hands the line out as far as it came; an empty rest of a line already given out is none. */
  void end(Consumer<RawLine> out, boolean partial) {
    byte[] last = lastOf(tail, TAIL);
    byte[] bytes = Arrays.copyOf(head.array(), head.size() + last.length);
    System.arraycopy(last, 0, bytes, head.size(), last.length);
    long cut = length - bytes.length;
    int end = LineBytes.contentEnd(bytes, 0, bytes.length);
    if (end > 0) {
      RawLine line = log.line(place, skip, Arrays.copyOf(bytes, end), partial, cut);
      log.merge(line);
      out.accept(line);
    }
  }

  private static byte[] lastOf(LineBytes bytes, int most) {
    return Arrays.copyOfRange(bytes.array(), Math.max(0, bytes.size() - most), bytes.size());
  }
}
