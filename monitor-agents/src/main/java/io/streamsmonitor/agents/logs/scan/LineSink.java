package io.streamsmonitor.agents.logs.scan;

/** Takes one line, without its end. */
@FunctionalInterface
public interface LineSink {

  /**
   * The bytes must be taken before it returns: the array is used again.
   *
   * @param offset of the line's first byte in its file
   * @param number of the line, from 1
   * @param cut bytes left out of the middle of an over-long line
   */
  void line(byte[] buffer, int from, int to, long offset, long number, long cut);
}
