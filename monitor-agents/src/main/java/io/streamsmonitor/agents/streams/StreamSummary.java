package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.model.Lag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The looks of a session, and the streams as the newest one saw them, as plain data. */
final class StreamSummary {
  private StreamSummary() {}

  static Map<String, Object> of(List<StreamView> views, List<Long> wallMicros, long commands) {
    List<Long> sorted = wallMicros.stream().sorted().toList();
    Map<String, Object> polls = new LinkedHashMap<>();
    polls.put("count", sorted.size());
    polls.put("wallMsMedian", sorted.isEmpty() ? 0.0 : sorted.get(sorted.size() / 2) / 1_000.0);
    polls.put("commands", commands);
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("polls", polls);
    summary.put("streams", views.stream().map(StreamSummary::stream).toList());
    return summary;
  }

  private static Map<String, Object> stream(StreamView view) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", view.name());
    out.put("length", view.stream().length());
    out.put("cap", view.cap().name());
    out.put("groups", view.groups().stream().map(StreamSummary::group).toList());
    return out;
  }

  private static Map<String, Object> group(GroupView group) {
    Lag lag = group.now().lag();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", group.name());
    out.put("lag", group.lag());
    out.put("lagExact", lag != null && lag.exact());
    out.put("lagMethod", lag == null ? "unknown" : lag.method());
    out.put("pending", group.now().pending());
    out.put("oldestPendingMs", group.oldestMs());
    out.put("state", group.trend().state().name());
    return out;
  }
}
