package io.streamsmonitor.agents.logs;

import io.streamsmonitor.core.model.RawLine;
import java.util.function.Supplier;

/** Takes what a scan of a file gives, in the order of the file. */
interface LineReader {

  /** A line that is to be read. */
  void line(RawLine raw);

  /** The same of a line between two that need no reading, so that no other line belongs to it. */
  void alone(byte[] b, int from, int to, Supplier<RawLine> raw);

  /** Lines that need no reading. */
  void calm(CalmLines lines);
}
