package io.streamsmonitor.report;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.report.flow.Topology;
import java.util.List;

/** Who suffers when a finding stays: everything downstream of its stream, or of its service. */
final class BlastRadius {
  private BlastRadius() {}

  /**
   * Services, and streams as {@code stream:name}. A synthesis says itself what hangs on it; a fault
   * of one group reaches those who read with that group.
   */
  static List<String> of(Finding f, Topology topology) {
    List<String> said = f.texts("downstream");
    if (!said.isEmpty()) {
      return said.stream().map(BlastRadius::node).toList();
    }
    String stream = f.stream();
    String service = f.service();
    if (stream != null) {
      return List.copyOf(topology.downstreamOf(stream, f.group()));
    }
    return service == null ? List.of() : List.copyOf(topology.downstreamOf(service));
  }

  private static String node(String said) {
    return said.startsWith("stream ")
        ? "stream:" + said.substring("stream ".length())
        : said.replaceFirst("^service ", "");
  }
}
