package io.streamsmonitor.agents.logs.scan;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Fills blocks with whole lines of a stream, and scans them. */
public final class BlockReader {
  /** Small enough for the second level of cache, large enough that nothing else is seen. */
  private static final int SIZE = 1 << 19;

  private final InputStream in;
  private final @Nullable LineScan scan;
  private final byte[] rest = new byte[SIZE];
  private int restSize;
  private long offset;
  private long number = 1;
  private int shown;
  private boolean ended;

  /**
   * A reader at the beginning of a stream.
   *
   * @param scan or null, and every line is to be read
   */
  public BlockReader(InputStream in, @Nullable LineScan scan) {
    this.in = in;
    this.scan = scan;
  }

  /** A block that can be filled. */
  public static Block block() {
    return new Block(SIZE + NeedleTable.PADDING);
  }

  /** Fills the block; false where the stream has ended and nothing is left. */
  public boolean fill(Block block) throws IOException {
    byte[] b = block.bytes();
    System.arraycopy(rest, 0, b, 0, restSize);
    int size = read(b, restSize, SIZE);
    restSize = 0;
    if (size == 0) {
      return false;
    }
    int end = ended ? size : Newlines.last(b, 0, size) + 1;
    if (end == 0) {
      longLine(block, size);
      return true;
    }
    keep(b, end, size);
    block.begin(end, offset, number, 0);
    offset += end;
    lines(block, end);
    return true;
  }

  private int read(byte[] b, int from, int to) throws IOException {
    int size = from;
    while (!ended && size < to) {
      int n = in.read(b, size, to - size);
      ended = n < 0;
      size += Math.max(0, n);
    }
    return size;
  }

  private void keep(byte[] b, int from, int to) {
    restSize = to - from;
    System.arraycopy(b, from, rest, 0, restSize);
  }

  private void lines(Block block, int end) {
    byte[] b = block.bytes();
    LineScan looking = scan;
    int index = 0;
    for (int at = 0; at < end; index++) {
      int feed = looking == null ? Newlines.next(b, at, end) : looking.end(b, at, end);
      int to = LineCutter.contentEnd(b, at, feed);
      int kind = looking == null ? LineScan.READ : looking.look(b, at, to);
      // The first line of a structured format is read: plain lines before it do not count.
      boolean known = kind == LineScan.TEXT || (shown & 1 << kind) != 0;
      if (kind == LineScan.READ || looking == null || !known) {
        shown |= 1 << kind;
        block.read(at, to, index, looking != null && looking.timed(b, at, to));
      } else {
        CalmRun run = block.run();
        long millis = looking.millis();
        if (run.total() > 0 && run.lastMillis() - millis >= CalmRun.BACKWARDS_MS) {
          block.read(at, to, index, true);
        } else {
          run.add(kind, at, to, millis);
        }
      }
      at = feed + 1;
    }
    number += index;
  }

  /** A line that fills a block and goes on: its ends are kept, on their own. */
  private void longLine(Block block, int size) throws IOException {
    byte[] b = block.bytes();
    long begin = offset;
    LineCutter cutter =
        new LineCutter(
            (buffer, from, to, lineOffset, lineNumber, cut) -> {
              System.arraycopy(buffer, from, b, 0, to - from);
              block.begin(to - from, begin, number, cut);
              block.read(0, to - from, 0, false);
            });
    int filled = size;
    int feed = size;
    while (feed == filled && filled > 0) {
      offset += filled;
      cutter.accept(b, 0, filled);
      filled = read(b, 0, SIZE);
      feed = Newlines.next(b, 0, filled);
    }
    if (feed < filled) {
      keep(b, feed + 1, filled);
      offset += feed + 1;
      cutter.accept(b, 0, feed + 1);
    } else {
      cutter.finish();
    }
    number++;
  }
}
