package io.streamsmonitor.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One consumer group at one poll.
 *
 * @param consumerCount as XINFO GROUPS says
 * @param pending entries delivered and not acknowledged, as XINFO GROUPS says
 * @param entriesRead the server's logical read counter, or null (before 7.0, or lost)
 * @param serverLag the server's lag, or null
 * @param lag the resolved lag, or null where nobody resolved it
 * @param consumers known consumers; empty where not asked for in this poll
 * @param entries pending entries seen in this poll, by id; perhaps not all
 * @param detailed whether consumers and entries were asked for in this poll
 */
public record GroupSnapshot(
    Name name,
    long consumerCount,
    long pending,
    StreamId lastDelivered,
    @Nullable Long entriesRead,
    @Nullable Long serverLag,
    @Nullable Lag lag,
    List<ConsumerSnapshot> consumers,
    List<PendingEntry> entries,
    boolean detailed) {

  public GroupSnapshot {
    consumers = List.copyOf(consumers);
    entries = List.copyOf(entries);
  }

  /** The longest idle time among the entries seen, in milliseconds; 0 where none is pending. */
  public long oldestPendingMs() {
    return entries.stream().mapToLong(PendingEntry::idleMs).max().orElse(0);
  }
}
