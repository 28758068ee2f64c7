package io.streamsmonitor.core.model;

/**
 * An entry delivered to a consumer and not acknowledged.
 *
 * @param idleMs since its last delivery
 * @param deliveries so far
 * @param payloadGone whether the entry itself is known to be deleted: it can be acknowledged only
 */
public record PendingEntry(
    StreamId id, Name consumer, long idleMs, long deliveries, boolean payloadGone) {

  /** An entry of which nothing says that it was deleted. */
  public PendingEntry(StreamId id, Name consumer, long idleMs, long deliveries) {
    this(id, consumer, idleMs, deliveries, false);
  }

  /** The same entry, deleted from the stream. */
  public PendingEntry gone() {
    return new PendingEntry(id, consumer, idleMs, deliveries, true);
  }
}
