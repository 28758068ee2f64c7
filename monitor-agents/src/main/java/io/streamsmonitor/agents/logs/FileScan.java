package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.scan.Block;
import io.streamsmonitor.agents.logs.scan.BlockReader;
import io.streamsmonitor.agents.logs.scan.CalmRun;
import io.streamsmonitor.agents.logs.scan.LineCutter;
import io.streamsmonitor.agents.logs.scan.LineScan;
import io.streamsmonitor.core.model.RawLine;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes one file through the scan and gives what is left to a reader. A thread reads and scans
 * ahead of the reader; the order is always the file's.
 */
final class FileScan {
  /** Longer ones are taken line by line. */
  private static final int RECORD_LINES = 64;

  private final LogInput input;
  private final LineReader reader;

  FileScan(LogInput input, LineReader reader) {
    this.input = input;
    this.reader = reader;
  }

  /**
   * Reads the whole file.
   *
   * @param scan or null, and every line is read
   */
  void run(@Nullable LineScan scan) throws IOException {
    try (InputStream in = input.source().open();
        ScanAhead ahead = new ScanAhead(new BlockReader(in, scan))) {
      for (Block block = ahead.next(); block != null; block = ahead.next()) {
        take(block);
        ahead.giveBack(block);
      }
    }
  }

  private void take(Block block) {
    for (int read = 0; read < block.reads(); ) {
      calm(block, read);
      int last = block.begins(read) ? block.recordEnd(read) : -1;
      if (last >= 0 && last - read < RECORD_LINES) {
        record(block, read, last);
        read = last + 1;
      } else {
        reader.line(line(block, read));
        read++;
      }
    }
    calm(block, block.reads());
  }

  private void record(Block block, int first, int last) {
    reader.record(
        block.bytes(),
        block.from(first),
        block.to(first),
        block.to(last),
        () -> IntStream.rangeClosed(first, last).mapToObj(i -> line(block, i)).toList());
  }

  private RawLine line(Block block, int read) {
    return line(block, block.from(read), block.to(read), block.index(read));
  }

  private void calm(Block block, int read) {
    CalmRun run = block.run(read);
    if (run.total() == 0) {
      return;
    }
    int before = read == 0 ? -1 : block.index(read - 1);
    // Made now: the block may be used again before somebody asks for it.
    RawLine last = line(block, run.lastFrom(), run.lastTo(), before + run.total());
    reader.calm(
        new CalmLines(
            input.service(),
            run,
            () -> line(block, run.firstFrom(), run.firstTo(), before + 1),
            () -> line(block, run.textFrom(), run.textTo(), before + 1 + run.textIndex()),
            last,
            false));
  }

  private RawLine line(Block block, int from, int to, int index) {
    long excess = LineCutter.excess(to - from);
    byte[] bytes =
        excess == 0
            ? Arrays.copyOfRange(block.bytes(), from, to)
            : LineCutter.ends(block.bytes(), from, to);
    return new RawLine(
        input.service(),
        input.name(),
        block.offset() + from,
        bytes,
        input.written(),
        false,
        block.cut() + excess,
        block.number() + index);
  }
}
