package io.streamsmonitor.report.format;

import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.StreamRow;
import io.streamsmonitor.report.Verdict;
import io.streamsmonitor.report.text.Visible;

/** OpenMetrics text: a family a number of the dashboard, streams and groups with labels. */
public final class OpenMetrics {
  private final StringBuilder out = new StringBuilder();

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
    text.family("stream_length", "Entries of a stream at shutdown.");
    r.streams().forEach(s -> text.sample("stream_length", s.length(), "stream", s.name()));
    text.family("group_pending", "Unacknowledged entries of a group at shutdown.");
    r.streams()
        .forEach(s -> s.groups().forEach(g -> text.group("group_pending", s, g, g.pending())));
    text.family("group_lag", "Entries a group has not read at shutdown.");
    for (StreamRow s : r.streams()) {
      for (GroupSnapshot g : s.groups()) {
        Lag lag = g.lag();
        if (lag != null) {
          text.group("group_lag", s, g, lag.value());
        }
      }
    }
    return text.out.append("# EOF\n").toString();
  }

  private void family(String name, String help) {
    out.append("# TYPE streams_monitor_").append(name).append(" gauge\n");
    out.append("# HELP streams_monitor_").append(name).append(' ').append(help).append('\n');
  }

  private void group(String name, StreamRow stream, GroupSnapshot group, long value) {
    sample(name, value, "stream", stream.name(), "group", group.name().display());
  }

  private void sample(String name, long value, String... labels) {
    out.append("streams_monitor_").append(name);
    for (int i = 0; i < labels.length; i += 2) {
      out.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
      out.append(escape(labels[i + 1])).append('"');
    }
    out.append(labels.length == 0 ? " " : "} ").append(value).append('\n');
  }

  private static String escape(String label) {
    return Visible.line(label).replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
