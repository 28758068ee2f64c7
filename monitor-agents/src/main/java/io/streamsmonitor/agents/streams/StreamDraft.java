package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.StreamSnapshot;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Drafts with the specification's fields of a stream finding: metrics, ids, command and reply. */
public final class StreamDraft {
  private static final int IDS = 10;

  private StreamDraft() {}

  /** A draft on a stream. */
  public static Draft of(RuleInfo rule, StreamView view) {
    return Draft.of(rule).stream(view.name())
        .detail("messageIds", List.of())
        .detail("metrics", metrics(view, view.groups()))
        .evidence(evidence(view));
  }

  /** A draft on a group of a stream. */
  public static Draft of(RuleInfo rule, StreamView view, GroupView group) {
    return of(rule, view, group, List.of(), evidence(view, group));
  }

  /** A draft on pending entries of a group, the oldest ones named. */
  public static Draft of(RuleInfo rule, StreamView view, GroupView group, List<Waiting> entries) {
    List<Waiting> oldest =
        entries.stream()
            .sorted(Comparator.comparingLong(Waiting::ageMs).reversed().thenComparing(Waiting::id))
            .limit(IDS)
            .toList();
    return of(
        rule,
        view,
        group,
        oldest.stream().map(e -> e.id().toString()).toList(),
        evidence(view, group) + "\n" + evidence(view, group, oldest));
  }

  private static Draft of(
      RuleInfo rule, StreamView view, GroupView group, List<String> ids, String evidence) {
    return Draft.of(rule).stream(view.name())
        .group(group.name())
        .detail("messageIds", ids)
        .detail("metrics", metrics(view, List.of(group)))
        .evidence(evidence);
  }

  private static Map<String, Object> metrics(StreamView view, List<GroupView> groups) {
    long pending = 0;
    long lag = 0;
    long oldest = 0;
    long deliveries = 0;
    for (GroupView group : groups) {
      pending += group.now().pending();
      lag = Math.max(lag, group.lag());
      oldest = Math.max(oldest, group.oldestMs());
      deliveries = Math.max(deliveries, group.mostDeliveries());
    }
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("streamLen", view.stream().length());
    metrics.put("pendingCount", pending);
    metrics.put("consumerLagMessages", lag);
    metrics.put("oldestPendingAgeMs", oldest);
    metrics.put("deliveryCount", deliveries);
    metrics.put("messagesPerMinute", Math.round(view.track().perMinute()));
    return metrics;
  }

  private static String evidence(StreamView view) {
    StreamSnapshot s = view.stream();
    return "> XINFO STREAM "
        + quoted(view.name())
        + "\nlength "
        + s.length()
        + (s.entriesAdded() == null ? "" : " entries-added " + s.entriesAdded())
        + " last-generated-id "
        + s.lastGenerated()
        + " first-entry "
        + (s.firstId() == null ? "nil" : s.firstId())
        + " groups "
        + s.groups().size();
  }

  private static String evidence(StreamView view, GroupView group) {
    GroupSnapshot g = group.now();
    Lag lag = g.lag();
    return "> XINFO GROUPS "
        + quoted(view.name())
        + "\nname "
        + quoted(group.name())
        + " consumers "
        + g.consumerCount()
        + " pending "
        + g.pending()
        + " last-delivered-id "
        + g.lastDelivered()
        + " lag "
        + (g.serverLag() == null ? "nil" : g.serverLag())
        + (lag == null ? "" : "\nresolved lag " + text(lag) + ", XLEN " + view.stream().length());
  }

  private static String evidence(StreamView view, GroupView group, List<Waiting> entries) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("> XPENDING " + quoted(view.name()) + " " + quoted(group.name()) + " - + 600");
    for (Waiting e : entries) {
      lines.add(
          e.id()
              + " consumer "
              + quoted(e.consumer().display())
              + " idle "
              + e.idleMs()
              + " deliveries "
              + e.deliveries());
    }
    return lines.toString();
  }

  /** The lag in words: {@code 120 (counted)}, {@code at least 10000}, {@code at most 30}. */
  public static String text(Lag lag) {
    if (lag.exact()) {
      return lag.value() + " (" + lag.method() + ")";
    }
    return (lag.method().equals(Lag.AT_LEAST) ? "at least " : "at most ") + lag.value();
  }

  /** A name as redis-cli takes it. */
  public static String quoted(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain = c < 128 && Character.isLetterOrDigit(c);
      if (!plain && "_.:/{}-".indexOf(c) < 0) {
        return '"' + name.replace("\"", "\\\"") + '"';
      }
    }
    return name.isEmpty() ? "\"\"" : name;
  }

  /** Milliseconds for a person: {@code 850 ms}, {@code 42 s}, {@code 7 min}. */
  public static String time(long ms) {
    if (ms < 1_000) {
      return ms + " ms";
    }
    return ms < 120_000 ? ms / 1_000 + " s" : ms / 60_000 + " min";
  }
}
