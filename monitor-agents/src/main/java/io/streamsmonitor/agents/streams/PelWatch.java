package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.PendingEntry;
import io.streamsmonitor.core.model.StreamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Pending entries of one group over time. A list too long for one look is seen in turns; an entry
 * is gone when a look that covers everything, or a whole round of looks, did not see it.
 */
public final class PelWatch {
  private static final int LIMIT = 4_000;
  private static final int TURN = 400;

  private static final class Entry {
    final long sinceMs;
    final long firstDeliveries;
    private PendingEntry last;
    private long seenMs;
    private int look;
    private int unseen;

    /** Consumers that held it, where there was more than one. */
    private @Nullable Set<Name> owners;

    Entry(PendingEntry first, long nowMs) {
      sinceMs = nowMs - first.idleMs();
      firstDeliveries = first.deliveries();
      last = first;
    }

    /** Takes it as seen now; says whether it was delivered again or changed hands. */
    boolean see(PendingEntry now, long nowMs, int number) {
      boolean moved = !last.consumer().equals(now.consumer());
      if (moved) {
        Set<Name> all = owners == null ? new HashSet<>(List.of(last.consumer())) : owners;
        all.add(now.consumer());
        owners = all;
      }
      boolean changed = moved || last.deliveries() != now.deliveries();
      last = now;
      seenMs = nowMs;
      look = number;
      unseen = 0;
      return changed;
    }

    int owners() {
      return owners == null ? 1 : owners.size();
    }
  }

  private final Map<StreamId, Entry> known = new TreeMap<>();
  private long gone;
  private int looks;
  private long oldestMs = Long.MAX_VALUE;

  /**
   * Takes what a look saw of the group.
   *
   * @return whether an entry came, went, was delivered again or changed hands
   */
  public boolean look(GroupSnapshot group, Instant now) {
    boolean changed = false;
    if (group.pending() == 0) {
      changed = !known.isEmpty();
      gone += known.size();
      known.clear();
      oldestMs = Long.MAX_VALUE;
      return changed;
    }
    if (!group.detailed()) {
      return false;
    }
    looks++;
    boolean whole = group.entries().size() >= group.pending();
    if (whole && same(group.entries())) {
      return seeAgain(group.entries(), now.toEpochMilli());
    }
    for (PendingEntry entry : group.entries()) {
      changed |= see(entry, now.toEpochMilli());
    }
    int patience = whole ? 0 : (int) (group.pending() / TURN) + 2;
    oldestMs = Long.MAX_VALUE;
    for (Iterator<Entry> each = known.values().iterator(); each.hasNext(); ) {
      Entry entry = each.next();
      if (entry.look != looks && ++entry.unseen > patience) {
        each.remove();
        gone++;
        changed = true;
      } else {
        oldestMs = Math.min(oldestMs, entry.sinceMs);
      }
    }
    return changed;
  }

  /** The usual case: the very entries of the last look, in the same order. */
  private boolean same(List<PendingEntry> entries) {
    if (entries.size() != known.size()) {
      return false;
    }
    int i = 0;
    for (Entry before : known.values()) {
      PendingEntry entry = entries.get(i++);
      if (!entry.id().equals(before.last.id()) || entry.deliveries() < before.firstDeliveries) {
        return false;
      }
    }
    return true;
  }

  private boolean seeAgain(List<PendingEntry> entries, long nowMs) {
    boolean changed = false;
    int i = 0;
    for (Entry before : known.values()) {
      changed |= before.see(entries.get(i++), nowMs, looks);
    }
    return changed;
  }

  private boolean see(PendingEntry entry, long nowMs) {
    Entry before = known.get(entry.id());
    if (before != null && entry.deliveries() >= before.firstDeliveries) {
      return before.see(entry, nowMs, looks);
    }
    if (before == null && known.size() >= LIMIT && entry.deliveries() <= 1) {
      return false;
    }
    Entry first = new Entry(entry, nowMs);
    first.see(entry, nowMs, looks);
    known.put(entry.id(), first);
    return true;
  }

  /** Whether an entry was not yet older than the limit at the one time, and is at the other. */
  boolean passed(long limitMs, Instant then, Instant now) {
    return !known.isEmpty()
        && now.toEpochMilli() - oldestMs > limitMs
        && then.toEpochMilli() - oldestMs <= limitMs;
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
              e.owners(),
              e.last.payloadGone()));
    }
    return out;
  }
}
