package io.streamsmonitor.envelope;

import org.jspecify.annotations.Nullable;

/**
 * Is told about each publish, each handling and each acknowledgement while it happens, on the
 * thread that does it: what tracing needs and a line after the fact cannot give.
 *
 * <p>What it throws is swallowed: observing never fails a publish or a handler.
 */
@FunctionalInterface
public interface EventObserver {
  /**
   * Something begins.
   *
   * @param message the message it is about; {@code null} for a publish
   * @param context whose ids the event, or the handler, gets unless the step has others
   */
  Step begin(Kind kind, String stream, @Nullable MessageContext message, EventContext context);

  /** What begins. */
  enum Kind {
    PUBLISH,
    PROCESS,
    SETTLE
  }

  /** What has begun; closed on the same thread when it is over. */
  interface Step extends AutoCloseable {
    /** The context for what happens within: its ids travel in the event and stand in the lines. */
    EventContext context();

    /** The published entry is stored under this id. */
    default void stored(String messageId) {}

    /** It went wrong. */
    default void failed(Throwable thrown) {}

    @Override
    void close();
  }
}
