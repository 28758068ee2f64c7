package io.streamsmonitor.agents.config;

import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Redis holds at one of the auditor's three looks.
 *
 * @param settled whether services had time to create what they create
 * @param baseline display names of the streams there were before the window
 * @param payloads names of the fields inside JSON payloads, by stream; only where asked for
 */
public record Live(
    boolean settled,
    List<StreamSnapshot> streams,
    Set<String> baseline,
    Map<String, Set<String>> payloads) {

  public Live {
    streams = List.copyOf(streams);
    baseline = Set.copyOf(baseline);
    payloads = Map.copyOf(payloads);
  }

  /** A look that asked for no payload. */
  public Live(boolean settled, List<StreamSnapshot> streams, Set<String> baseline) {
    this(settled, streams, baseline, Map.of());
  }

  /** The stream that code or configuration calls so. */
  public Optional<StreamSnapshot> stream(String text) {
    String display = Name.of(text).display();
    return streams.stream().filter(s -> s.name().display().equals(display)).findFirst();
  }

  /** Display names, sorted. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    streams.forEach(s -> names.add(s.name().display()));
    return names;
  }

  /** Display names of the stream's groups, sorted. */
  public static Set<String> groups(StreamSnapshot stream) {
    Set<String> names = new TreeSet<>();
    stream.groups().forEach(g -> names.add(g.name().display()));
    return names;
  }
}
