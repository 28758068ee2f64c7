package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamId;

/**
 * A pending entry, by three clocks.
 *
 * @param idleMs since its last delivery; a re-claim loop keeps it small
 * @param ageMs since its first delivery, as far as it was watched: never less than {@code idleMs}
 * @param producedMs since it was produced, or -1 where its id was not made from a clock
 * @param deliveries so far
 * @param redelivered how many of them were watched
 * @param owners consumers that held it while it was watched
 * @param payloadGone whether the entry itself is known to be deleted
 */
public record Waiting(
    StreamId id,
    Name consumer,
    long idleMs,
    long ageMs,
    long producedMs,
    long deliveries,
    long redelivered,
    int owners,
    boolean payloadGone) {}
