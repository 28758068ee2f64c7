package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.agents.streams.LagResolver.Anchor;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What earlier looks left behind about a group, so that the next one asks for less. */
final class GroupMemory {
  /** Null until the group was looked at in detail. */
  @Nullable StreamId delivered;

  long pending;
  long consumers;

  /** Looks in a row in which nothing but time passed. */
  int still;

  /** The last lag that was certain. */
  @Nullable Anchor anchor;

  /** The oldest entry not read, where it was seen. */
  @Nullable StreamId next;

  /** Of entries that waited suspiciously long: whether their payload is gone. */
  private final Map<StreamId, Boolean> payloads = new HashMap<>(0);

  private @Nullable Ask consumersAsk;
  private @Nullable Ask pendingAsk;

  Ask askConsumers(byte[] key, Name group) {
    Ask made = consumersAsk;
    if (made == null) {
      made = Ask.consumers(key, group.bytes());
      consumersAsk = made;
    }
    return made;
  }

  /** For the first so many pending entries; of one group always as many. */
  Ask askPending(byte[] key, Name group, int count) {
    Ask made = pendingAsk;
    if (made == null) {
      made = Ask.pending(key, group.bytes(), "", count);
      pendingAsk = made;
    }
    return made;
  }

  boolean wondered(StreamId id) {
    return payloads.containsKey(id);
  }

  void payload(StreamId id, boolean gone) {
    payloads.put(id, gone);
  }

  /** Forgets what was there when it was asked for: it may have been deleted since. */
  void wonderAgain() {
    payloads.values().removeIf(gone -> !gone);
  }

  void forgetPayloads() {
    payloads.clear();
  }

  Set<StreamId> ghosts() {
    if (payloads.isEmpty()) {
      return Set.of();
    }
    Set<StreamId> ghosts = new HashSet<>();
    payloads.forEach(
        (id, gone) -> {
          if (gone) {
            ghosts.add(id);
          }
        });
    return ghosts;
  }

  /** Where the next page of a long list of pending entries begins: after this id. */
  String cursor = "";
}
