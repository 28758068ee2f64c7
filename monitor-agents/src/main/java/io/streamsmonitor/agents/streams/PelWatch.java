package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.PendingEntry;
import io.streamsmonitor.core.model.StreamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Pending entries of one group over time. A list too long for one look is seen in turns; an entry
 * is gone when a look that covers everything, or a whole round of looks, did not see it.
 */
public final class PelWatch {
  private static final int LIMIT = 4_000;
  private static final int TURN = 800;

  private static final class Entry {
    final long sinceMs;
    final long firstDeliveries;
    final Set<Name> owners = new HashSet<>(2);
    PendingEntry last;
    long seenMs;
    int unseen;

    Entry(PendingEntry first, long nowMs) {
      sinceMs = nowMs - first.idleMs();
      firstDeliveries = first.deliveries();
      last = first;
    }
  }

  private final Map<StreamId, Entry> known = new TreeMap<>();
  private long gone;

  /** Takes what a look saw of the group. */
  public void look(GroupSnapshot group, Instant now) {
    if (group.pending() == 0) {
      gone += known.size();
      known.clear();
      return;
    }
    if (!group.detailed()) {
      return;
    }
    Set<StreamId> seen = new HashSet<>();
    for (PendingEntry entry : group.entries()) {
      seen.add(entry.id());
      see(entry, now.toEpochMilli());
    }
    boolean whole = group.entries().size() >= group.pending();
    int patience = whole ? 0 : (int) (group.pending() / TURN) + 2;
    known
        .values()
        .removeIf(
            e -> {
              e.unseen = seen.contains(e.last.id()) ? 0 : e.unseen + 1;
              gone += e.unseen > patience ? 1 : 0;
              return e.unseen > patience;
            });
  }

  private void see(PendingEntry entry, long nowMs) {
    Entry e = known.get(entry.id());
    if (e == null || entry.deliveries() < e.firstDeliveries) {
      if (e == null && known.size() >= LIMIT && entry.deliveries() <= 1) {
        return;
      }
      e = new Entry(entry, nowMs);
      known.put(entry.id(), e);
    }
    e.last = entry;
    e.seenMs = nowMs;
    e.owners.add(entry.consumer());
  }

  /** How many entries were watched and are no longer pending: acknowledged, most likely. */
  public long gone() {
    return gone;
  }

  /** Every watched entry, by id. */
  public List<Waiting> entries(Instant now) {
    if (known.isEmpty()) {
      return List.of();
    }
    long nowMs = now.toEpochMilli();
    List<Waiting> out = new ArrayList<>(known.size());
    for (Entry e : known.values()) {
      long idle = e.last.idleMs() + (nowMs - e.seenMs);
      out.add(
          new Waiting(
              e.last.id(),
              e.last.consumer(),
              idle,
              Math.max(idle, nowMs - e.sinceMs),
              e.last.id().ageMs(nowMs),
              e.last.deliveries(),
              e.last.deliveries() - e.firstDeliveries,
              e.owners.size()));
    }
    return out;
  }
}
