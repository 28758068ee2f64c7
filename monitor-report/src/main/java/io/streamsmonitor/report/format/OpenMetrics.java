package io.streamsmonitor.report.format;

import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.StreamRow;
import io.streamsmonitor.report.Verdict;
import io.streamsmonitor.report.flow.FlowRecord;
import io.streamsmonitor.report.text.Visible;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** OpenMetrics text: a family a number of the dashboard, streams and groups with labels. */
public final class OpenMetrics {
  private final StringBuilder out = new StringBuilder();
  private final Set<String> said = new HashSet<>();

  private OpenMetrics() {}

  public static String of(SessionResult r) {
    OpenMetrics text = new OpenMetrics();
    text.family("findings", "Open findings by severity.");
    for (Severity s : Severity.values()) {
      text.sample("findings", r.counts().of(s), "severity", s.name());
    }
    text.family("findings_resolved", "Findings that ended during the session.");
    text.sample("findings_resolved", r.counts().resolved());
    text.family("score", "Score of the session, 0 to 100.");
    text.sample("score", r.score().value());
    text.family("verdict", "1 for the verdict that holds.");
    for (Verdict v : Verdict.values()) {
      text.sample("verdict", r.verdict() == v ? 1 : 0, "verdict", v.name());
    }
    text.family("root_causes", "Root causes that explain open findings.");
    text.sample("root_causes", r.causes().size());
    text.family("gaps", "What the session could not see.");
    text.sample("gaps", r.gaps().size());
    FlowRecord flows = r.flows();
    text.family("flows", "Event flows by how they ended.");
    text.sample("flows", flows.total() - flows.broken() - flows.undecided(), "state", "WHOLE");
    text.sample("flows", flows.broken(), "state", "BROKEN");
    text.sample("flows", flows.undecided(), "state", "UNDER_WAY");
    text.streams(r);
    return text.out.append("# EOF\n").toString();
  }

  /** What was not looked at has no sample; none is zero. */
  private void streams(SessionResult r) {
    List<StreamRow> seen =
        r.session().finalState().isEmpty()
            ? List.of()
            : r.streams().stream().filter(StreamRow::seen).toList();
    family("stream_length", "Entries of a stream at shutdown.");
    seen.forEach(s -> sample("stream_length", s.length(), "stream", s.name()));
    family("group_pending", "Unacknowledged entries of a group at shutdown.");
    seen.forEach(s -> s.groups().forEach(g -> group("group_pending", s, g, g.pending())));
    family("group_lag", "Entries a group has not read at shutdown, or the most it can be.");
    for (StreamRow s : seen) {
      for (GroupSnapshot g : s.groups()) {
        Lag lag = g.lag();
        if (lag != null) {
          group("group_lag", s, g, lag.value());
        }
      }
    }
    unit("group_oldest_pending_seconds", "seconds");
    family("group_oldest_pending_seconds", "Idle time of the oldest pending entry that was seen.");
    for (StreamRow s : seen) {
      for (GroupSnapshot g : s.groups()) {
        if (!g.entries().isEmpty()) {
          group("group_oldest_pending_seconds", s, g, g.oldestPendingMs() / 1000);
        }
      }
    }
  }

  private void family(String name, String help) {
    out.append("# TYPE streams_monitor_").append(name).append(" gauge\n");
    out.append("# HELP streams_monitor_").append(name).append(' ').append(help).append('\n');
  }

  private void unit(String name, String unit) {
    out.append("# UNIT streams_monitor_").append(name).append(' ').append(unit).append('\n');
  }

  private void group(String name, StreamRow stream, GroupSnapshot group, long value) {
    sample(name, value, "stream", stream.name(), "group", group.name().display());
  }

  /** A series that is there already is not said twice. */
  private void sample(String name, long value, String... labels) {
    StringBuilder series = new StringBuilder("streams_monitor_").append(name);
    for (int i = 0; i < labels.length; i += 2) {
      series.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
      series.append(escape(labels[i + 1])).append('"');
    }
    series.append(labels.length == 0 ? " " : "} ");
    if (said.add(series.toString())) {
      out.append(series).append(value).append('\n');
    }
  }

  private static String escape(String label) {
    return Visible.text(label).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
