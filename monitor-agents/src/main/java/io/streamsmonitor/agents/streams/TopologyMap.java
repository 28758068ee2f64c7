package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.ConsumerSnapshot;
import io.streamsmonitor.core.model.Lag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code streams/topology_current.txt}: who writes and who reads each stream, and how it is. */
final class TopologyMap {
  private TopologyMap() {}

  static String text(List<StreamView> views, List<Finding> open) {
    Map<String, Severity> worst = worst(open);
    StringBuilder out = new StringBuilder();
    for (StreamView view : views) {
      stream(view, out);
      line(out, "  Status: " + status(worst.get(view.name())));
      out.append('\n');
    }
    return out.toString();
  }

  private static Map<String, Severity> worst(List<Finding> open) {
    Map<String, Severity> worst = new HashMap<>();
    for (Finding finding : open) {
      String stream = finding.stream();
      if (stream != null) {
        worst.merge(stream, finding.severity(), Severity::worse);
      }
    }
    return worst;
  }

  private static void stream(StreamView view, StringBuilder out) {
    Set<String> producers = new TreeSet<>(view.knowledge().producers(view.name()));
    producers.addAll(view.track().origins());
    List<String> fields = view.stream().fields();
    out.append("Stream: ").append(view.name()).append('\n');
    line(out, "  Message Rate: ~" + Math.round(view.track().perMinute()) + " msgs/min");
    line(out, "  Total Length: " + view.stream().length());
    line(out, "  Has MAXLEN cap: " + view.cap().answer());
    line(out, "  Producers: " + (producers.isEmpty() ? "UNKNOWN" : String.join(", ", producers)));
    line(out, "  Consumer Groups:" + (view.groups().isEmpty() ? " none" : ""));
    view.groups().forEach(g -> group(view, g, out));
    line(out, "  Schema Sample: " + (fields.isEmpty() ? "none" : String.join(", ", fields)));
  }

  private static void group(StreamView view, GroupView group, StringBuilder out) {
    String consumers =
        group.consumers().stream()
            .map(c -> c.name() + " (last active " + active(view, c) + ")")
            .collect(Collectors.joining(", "));
    Lag lag = group.now().lag();
    line(out, "    Group " + group.name() + ":");
    line(out, "      Active Consumers: [" + consumers + "]");
    line(out, "      Lag: " + (lag == null ? "UNKNOWN" : StreamDraft.text(lag)));
    line(out, "      Pending (unacked): " + group.now().pending());
    line(out, "      Oldest Pending Message: " + oldest(group));
  }

  private static String active(StreamView view, ConsumerSnapshot consumer) {
    return Json.time(view.now().minusMillis(consumer.idleMs()))
        + (view.blocked(consumer) ? ", waiting for entries" : "");
  }

  private static String oldest(GroupView group) {
    return group.waiting().isEmpty() ? "none" : group.oldestMs() / 1_000 + " s";
  }

  /** CRITICAL with an open finding of that severity, DEGRADED with a HIGH one. */
  private static String status(@Nullable Severity worst) {
    return worst == Severity.CRITICAL
        ? "CRITICAL"
        : worst == Severity.HIGH ? "DEGRADED" : "HEALTHY";
  }

  private static void line(StringBuilder out, String text) {
    out.append(text).append('\n');
  }
}
