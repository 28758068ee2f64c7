package io.streamsmonitor.report;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.report.flow.Topology;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who suffers when a finding stays: everything downstream of its streams and services. */
final class BlastRadius {
  private BlastRadius() {}

  static List<String> of(Finding f, Collection<Finding> members, Topology topology) {
    Set<String> streams = new LinkedHashSet<>(f.texts("affectedStreams"));
    Set<String> services = new LinkedHashSet<>(f.texts("affectedServices"));
    add(f, streams, services);
    members.forEach(m -> add(m, streams, services));
    return List.copyOf(topology.downstreamOf(streams, services));
  }

  private static void add(Finding f, Set<String> streams, Set<String> services) {
    String stream = f.stream();
    if (stream != null) {
      streams.add(stream);
    } else if (f.service() != null) {
      services.add(f.service());
    }
  }
}
