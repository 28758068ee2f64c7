package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.LifecycleEvent;

/**
 * Where structured lines go.
 *
 * <p>Called on the thread on which the event happened, from several threads at once. What it throws
 * is counted and swallowed: logging never fails a publish or a handler.
 */
@FunctionalInterface
public interface EventSink {
  /** Takes nothing: lines for it are not even made. */
  EventSink NONE = event -> {};

  /** Takes one event. */
  void emit(LifecycleEvent event);

  /** Returns when everything taken so far is where it belongs. Called once, as a service ends. */
  default void flush() {}
}
