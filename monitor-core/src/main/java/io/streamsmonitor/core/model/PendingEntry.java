package io.streamsmonitor.core.model;

/**
 * An entry that was delivered and not acknowledged.
 *
 * @param idleMs since its last delivery, by the server's clock
 * @param deliveries how often it was delivered
 */
public record PendingEntry(StreamId id, Name consumer, long idleMs, long deliveries) {}
