package io.streamsmonitor.report.flow;

import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.PendingEntry;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamSnapshot;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who reads which stream: the groups of the final state, and what services say they read. */
public final class StreamReaders {
  private final Map<String, List<GroupSnapshot>> groups = new HashMap<>();
  private final Set<String> read = new HashSet<>();

  public StreamReaders(Collection<StreamSnapshot> finalState) {
    finalState.forEach(s -> groups.put(s.name().display(), s.groups()));
  }

  /** Says that somebody reads the stream. */
  void reads(String stream) {
    read.add(stream);
  }

  boolean isRead(String stream) {
    return read.contains(stream);
  }

  List<GroupSnapshot> groups(String stream) {
    return groups.getOrDefault(stream, List.of());
  }

  @Nullable GroupSnapshot group(String stream, @Nullable String name) {
    List<GroupSnapshot> all = groups(stream);
    if (name == null) {
      return all.size() == 1 ? all.get(0) : null;
    }
    return all.stream().filter(g -> g.name().display().equals(name)).findFirst().orElse(null);
  }

  /** Whether the group's cursor has passed the message; true where that cannot be known. */
  static boolean delivered(GroupSnapshot group, @Nullable StreamId id) {
    return id == null || id.compareTo(group.lastDelivered()) <= 0;
  }

  static @Nullable PendingEntry pending(GroupSnapshot group, @Nullable StreamId id) {
    return group.entries().stream().filter(e -> e.id().equals(id)).findFirst().orElse(null);
  }
}
