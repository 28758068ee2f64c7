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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who reads which stream: the groups of the final state, what services say they read, and what
 * configuration and code say of them.
 */
public final class StreamReaders {
  private final Map<String, List<GroupSnapshot>> groups = new HashMap<>();
  private final Set<String> read = new HashSet<>();
  private final Map<String, Set<String>> owned = new HashMap<>();

  public StreamReaders(Collection<StreamSnapshot> finalState) {
    finalState.forEach(s -> groups.put(s.name().display(), s.groups()));
  }

  /** Says that the service reads the stream, with the group or with one that nobody knows. */
  public void reads(String service, String stream, @Nullable String group) {
    owned.computeIfAbsent(service + '\u0001' + stream, k -> new TreeSet<>());
    if (group != null) {
      owned.computeIfAbsent(service + '\u0001' + stream, k -> new TreeSet<>()).add(group);
    }
  }

  /** Whether configuration or code say so, or a group that is called like the service. */
  boolean reads(String service, String stream) {
    return owned.containsKey(service + '\u0001' + stream)
        || groups(stream).stream().anyMatch(g -> g.name().display().equals(service));
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

  /** The group that the service reads the stream with, where one alone comes into question. */
  @Nullable GroupSnapshot groupOf(String service, String stream) {
    Set<String> own = owned.getOrDefault(service + '\u0001' + stream, Set.of());
    if (own.size() == 1) {
      return group(stream, own.iterator().next());
    }
    GroupSnapshot alike = group(stream, service);
    return alike == null ? group(stream, null) : alike;
  }

  /** Whether the group's cursor has passed the message; true where that cannot be known. */
  static boolean delivered(GroupSnapshot group, @Nullable StreamId id) {
    return id == null || id.compareTo(group.lastDelivered()) <= 0;
  }

  static @Nullable PendingEntry pending(GroupSnapshot group, @Nullable StreamId id) {
    return group.entries().stream().filter(e -> e.id().equals(id)).findFirst().orElse(null);
  }
}
