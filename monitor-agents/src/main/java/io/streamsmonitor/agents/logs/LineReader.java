package io.streamsmonitor.agents.logs;

import io.streamsmonitor.core.model.RawLine;
import java.util.List;
import java.util.function.Supplier;

/** Takes what a scan of a file gives, in the order of the file. */
interface LineReader {

  /** A line that is to be read. */
  void line(RawLine raw);

  /**
   * Lines of one record: nothing before them goes on in them, and nothing after them belongs to
   * them.
   *
   * @param from where the first line begins
   * @param head where the first line ends
   * @param to where the last line ends
   */
  void record(byte[] b, int from, int head, int to, Supplier<List<RawLine>> lines);

  /** Lines that need no reading. */
  void calm(CalmLines lines);
}
