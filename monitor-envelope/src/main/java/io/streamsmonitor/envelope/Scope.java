package io.streamsmonitor.envelope;

/** What was opened on this thread and has to be closed on it; closing restores what was before. */
public interface Scope extends AutoCloseable {
  @Override
  void close();
}
