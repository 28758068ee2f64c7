package io.streamsmonitor.report.flow;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who writes which stream and who reads it, as the session saw it. */
public final class Topology {
  private static final String STREAM = "stream:";

  private final Map<String, Set<String>> writers = new TreeMap<>();
  private final Map<String, Set<String>> readers = new TreeMap<>();
  private final Map<String, Set<String>> owners = new TreeMap<>();

  public void writes(String service, String stream) {
    writers.computeIfAbsent(stream, k -> new TreeSet<>()).add(service);
  }

  public void reads(String service, String stream) {
    readers.computeIfAbsent(stream, k -> new TreeSet<>()).add(service);
  }

  /** Says that the service reads the stream with the group, or without one that is known. */
  public void reads(String service, String stream, @Nullable String group) {
    reads(service, stream);
    if (group != null) {
      owners.computeIfAbsent(stream + '\u0001' + group, k -> new TreeSet<>()).add(service);
    }
  }

  /** Streams with a known writer or reader, by name. */
  public Set<String> streams() {
    Set<String> all = new TreeSet<>(writers.keySet());
    all.addAll(readers.keySet());
    return all;
  }

  public Set<String> writersOf(String stream) {
    return writers.getOrDefault(stream, Set.of());
  }

  public Set<String> readersOf(String stream) {
    return readers.getOrDefault(stream, Set.of());
  }

  /** Services that read the stream with the group: as they say, or by their name. */
  public Set<String> ownersOf(String stream, String group) {
    Set<String> own = owners.getOrDefault(stream + '\u0001' + group, Set.of());
    return own.isEmpty() && readersOf(stream).contains(group) ? Set.of(group) : own;
  }

  /** Readers of the stream that none of the groups is known to be of. */
  public Set<String> readersWithout(String stream, Collection<String> groups) {
    Set<String> left = new TreeSet<>(readersOf(stream));
    groups.forEach(group -> left.removeAll(ownersOf(stream, group)));
    return left;
  }

  /** Whether the service reads a stream. */
  public boolean reads(String service) {
    return !readBy(service).isEmpty();
  }

  /** Streams the service reads. */
  public Set<String> readBy(String service) {
    Set<String> streams = new TreeSet<>();
    readers.forEach(
        (stream, by) -> {
          if (by.contains(service)) {
            streams.add(stream);
          }
        });
    return streams;
  }

  /** Streams the service writes. */
  public Set<String> writtenBy(String service) {
    Set<String> streams = new TreeSet<>();
    writers.forEach(
        (stream, by) -> {
          if (by.contains(service)) {
            streams.add(stream);
          }
        });
    return streams;
  }

  /**
   * Everything that what the service does ends in: the streams it writes, their readers, the
   * streams these write, and so on; without the service. Streams are given as {@code stream:name}.
   */
  public Set<String> downstreamOf(String service) {
    return follow(writtenBy(service).stream().map(s -> STREAM + s).toList(), service);
  }

  /**
   * Everything that hangs on the stream: its readers, what they write, and so on; where a group is
   * given and its readers are known, what hangs on these alone.
   */
  public Set<String> downstreamOf(String stream, @Nullable String group) {
    Set<String> own = group == null ? Set.of() : ownersOf(stream, group);
    return follow(own.isEmpty() ? readersOf(stream) : own, STREAM + stream);
  }

  private Set<String> follow(Collection<String> from, String start) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> next = new ArrayDeque<>(from);
    while (!next.isEmpty()) {
      String node = next.remove();
      if (seen.add(node)) {
        if (node.startsWith(STREAM)) {
          next.addAll(readersOf(node.substring(STREAM.length())));
        } else {
          writtenBy(node).forEach(s -> next.add(STREAM + s));
        }
      }
    }
    seen.remove(start);
    return seen;
  }
}
