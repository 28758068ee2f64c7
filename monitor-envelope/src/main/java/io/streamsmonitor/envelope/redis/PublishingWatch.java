package io.streamsmonitor.envelope.redis;

/** Hears when publishers stop trying because Redis is away, and when they go on. */
public interface PublishingWatch {
  void stopped(RuntimeException cause);

  void resumed();
}
