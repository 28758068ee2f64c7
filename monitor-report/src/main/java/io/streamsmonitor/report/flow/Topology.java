package io.streamsmonitor.report.flow;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who writes which stream and who reads it, as the session saw it. */
public final class Topology {
  private final Map<String, Set<String>> writers = new TreeMap<>();
  private final Map<String, Set<String>> readers = new TreeMap<>();

  public void writes(String service, String stream) {
    writers.computeIfAbsent(stream, k -> new TreeSet<>()).add(service);
  }

  public void reads(String service, String stream) {
    readers.computeIfAbsent(stream, k -> new TreeSet<>()).add(service);
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
   * Everything that what these streams and services do ends in: readers of the streams, the streams
   * they write, and so on; without the start itself. Streams are given as {@code stream:name}.
   */
  public Set<String> downstreamOf(Collection<String> streams, Collection<String> services) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> next = new ArrayDeque<>();
    streams.forEach(s -> next.add("stream:" + s));
    next.addAll(services);
    Set<String> start = Set.copyOf(next);
    while (!next.isEmpty()) {
      String node = next.remove();
      if (seen.add(node)) {
        if (node.startsWith("stream:")) {
          next.addAll(readersOf(node.substring("stream:".length())));
        } else {
          writtenBy(node).forEach(s -> next.add("stream:" + s));
        }
      }
    }
    seen.removeAll(start);
    return seen;
  }
}
