package io.streamsmonitor.agents.logs.follow;

/** Takes bytes of a followed file; keeps them verbatim and makes lines of them. */
@FunctionalInterface
public interface LineSink {
  /** The bytes must be taken before it returns: the array is used again. */
  void accept(byte[] bytes, int from, int length);
}
