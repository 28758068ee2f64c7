package io.streamsmonitor.report.sections;

import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.StreamRow;
import io.streamsmonitor.report.Verdict;
import io.streamsmonitor.report.flow.Topology;
import io.streamsmonitor.report.text.MarkdownPage;
import io.streamsmonitor.report.text.Mermaid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Services → streams → services as Mermaid, within the 5,000 characters that Gitea draws. */
final class TopologyDrawing {
  private static final int EDGES = 250;

  private final StringBuilder out = new StringBuilder("flowchart LR\n");
  private final Map<String, String> nodes = new LinkedHashMap<>();
  private int edges;

  private TopologyDrawing() {}

  static void write(SessionResult result, MarkdownPage page) {
    Topology topology = result.topology();
    if (topology.streams().isEmpty()) {
      return;
    }
    TopologyDrawing drawing = new TopologyDrawing();
    int drawn = 0;
    List<StreamRow> rows = new ArrayList<>(result.streams());
    rows.removeIf(row -> !topology.streams().contains(row.name()));
    for (StreamRow row : rows) {
      if (!drawing.stream(row, topology)) {
        break;
      }
      drawn++;
    }
    page.heading(4, "Topology");
    page.fence(
        "mermaid",
        drawing.out
            + "classDef bad fill:#f8d7da,stroke:#b02a37\n"
            + "classDef warn fill:#fff3cd,stroke:#997404\n");
    if (drawn < rows.size()) {
      page.paragraph("*" + (rows.size() - drawn) + " more streams are not drawn; the worst are.*");
    }
  }

  /** Draws a stream with its writers and readers, or nothing of it where there is no more room. */
  private boolean stream(StreamRow row, Topology topology) {
    int length = out.length();
    int edgesBefore = edges;
    Map<String, String> before = new LinkedHashMap<>(nodes);
    String label = row.name() + (row.lagging() ? " lag " + row.lag() : "");
    String id =
        node("stream:" + row.name(), "[(\"" + Mermaid.label(label) + "\")]" + style(row.status()));
    topology.writersOf(row.name()).forEach(s -> edge(service(s), id));
    topology.readersOf(row.name()).forEach(s -> edge(id, service(s)));
    if (out.length() > Mermaid.LIMIT - 200 || edges > EDGES) {
      out.setLength(length);
      edges = edgesBefore;
      nodes.keySet().retainAll(before.keySet());
      return false;
    }
    return true;
  }

  private String service(String name) {
    return node(name, "[\"" + Mermaid.label(name) + "\"]");
  }

  private String node(String key, String shape) {
    String known = nodes.get(key);
    if (known != null) {
      return known;
    }
    String id = "n" + nodes.size();
    nodes.put(key, id);
    out.append("  ").append(id).append(shape).append('\n');
    return id;
  }

  private void edge(String from, String to) {
    out.append("  ").append(from).append(" --> ").append(to).append('\n');
    edges++;
  }

  private static String style(Verdict status) {
    return switch (status) {
      case CRITICAL -> ":::bad";
      case DEGRADED -> ":::warn";
      case HEALTHY -> "";
    };
  }
}
