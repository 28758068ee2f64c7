package io.streamsmonitor.agents.logs;

import io.streamsmonitor.core.model.RawLine;

/** Takes what a scan of a file gives, in the order of the file. */
interface LineReader {

  /** A line that is to be read. */
  void line(RawLine raw);

  /** Lines that need no reading. */
  void calm(CalmLines lines);
}
