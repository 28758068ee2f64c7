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
import org.jspecify.annotations.Nullable;

/** Drafts with the specification's fields of a stream finding: metrics, ids, command and reply. */
public final class StreamDraft {
  private static final int IDS = 10;

  private StreamDraft() {}

  /** A draft on a stream. */
  public static Draft of(RuleInfo rule, StreamView view) {
    return Draft.of(rule).stream(view.name())
        .detail("messageIds", List.of())
        .detail("metrics", metrics(view, null))
        .evidence(evidence(view));
  }

  /** A draft on a group of a stream. */
  public static Draft of(RuleInfo rule, StreamView view, GroupView group) {
    return of(rule, view)
        .group(group.name())
        .detail("metrics", metrics(view, group))
        .evidence(evidence(view, group));
  }

  /** A draft on pending entries of a group, the oldest ones named. */
  public static Draft of(RuleInfo rule, StreamView view, GroupView group, List<Waiting> entries) {
    List<Waiting> oldest =
        entries.stream()
            .sorted(Comparator.comparingLong(Waiting::ageMs).reversed().thenComparing(Waiting::id))
            .limit(IDS)
            .toList();
    return of(rule, view, group)
        .detail("messageIds", oldest.stream().map(e -> e.id().toString()).toList())
        .evidence(evidence(view, group) + "\n" + evidence(view, group, oldest));
  }

  private static Map<String, Object> metrics(StreamView view, @Nullable GroupView group) {
    List<GroupView> groups = group == null ? view.groups() : List.of(group);
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("streamLen", view.stream().length());
    metrics.put("pendingCount", groups.stream().mapToLong(g -> g.now().pending()).sum());
    metrics.put("consumerLagMessages", groups.stream().mapToLong(GroupView::lag).max().orElse(0));
    metrics.put(
        "oldestPendingAgeMs", groups.stream().mapToLong(GroupView::oldestMs).max().orElse(0));
    metrics.put(
        "deliveryCount", groups.stream().mapToLong(GroupView::mostDeliveries).max().orElse(0));
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
    lines.add("> XPENDING " + quoted(view.name()) + " " + quoted(group.name()) + " - + 1000");
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
    return name.matches("[A-Za-z0-9_.:/{}-]+") ? name : '"' + name.replace("\"", "\\\"") + '"';
  }

  /** Milliseconds for a person: {@code 850 ms}, {@code 42 s}, {@code 7 min}. */
  public static String time(long ms) {
    if (ms < 1_000) {
      return ms + " ms";
    }
    return ms < 120_000 ? ms / 1_000 + " s" : ms / 60_000 + " min";
  }
}
