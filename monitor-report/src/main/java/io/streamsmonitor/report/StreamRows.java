package io.streamsmonitor.report;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.report.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The streams of a session, each compared with its baseline. */
final class StreamRows {
  /** A rise of fewer entries is what any busy stream shows between two looks. */
  private static final long NOISE = 10;

  private final Map<String, StreamSnapshot> baseline = new HashMap<>();
  private final Map<String, List<Finding>> findings = new HashMap<>();

  private StreamRows(SessionRecord session) {
    session.baseline().forEach(s -> baseline.put(s.name().display(), s));
    for (Finding f : session.findings()) {
      if (f.open() && f.stream() != null) {
        findings.computeIfAbsent(f.stream(), k -> new ArrayList<>()).add(f);
      }
    }
  }

  /** Worst first, then by name. */
  static List<StreamRow> of(SessionRecord session) {
    StreamRows rows = new StreamRows(session);
    Map<String, StreamRow> out = new TreeMap<>();
    boolean unknown = session.finalState().isEmpty();
    List<String> gone = List.of("the stream is gone since the baseline");
    rows.baseline.forEach(
        (name, s) -> out.put(name, rows.row(s, unknown, unknown ? List.of() : gone)));
    for (StreamSnapshot s : session.finalState()) {
      out.put(s.name().display(), rows.row(s, true, rows.degraded(s)));
    }
    return out.values().stream().sorted(Comparator.comparing(StreamRow::status)).toList();
  }

  private StreamRow row(StreamSnapshot s, boolean present, List<String> degraded) {
    String name = s.name().display();
    List<Finding> own = findings.getOrDefault(name, List.of());
    Lag lag = lag(s);
    return new StreamRow(
        name,
        present,
        s.length(),
        pending(s),
        lag == null ? null : Long.valueOf(lag.value()),
        lag == null || lag.exact(),
        oldest(s),
        Verdict.of(own),
        degraded,
        own.stream().map(Finding::findingId).toList(),
        own.isEmpty() ? null : own.get(0).title(),
        s.groups());
  }

  private List<String> degraded(StreamSnapshot now) {
    List<String> out = new ArrayList<>();
    StreamSnapshot then = baseline.get(now.name().display());
    if (then == null) {
      appeared(now, out);
      return out;
    }
    List<Finding> own = findings.getOrDefault(now.name().display(), List.of());
    boolean sick = Verdict.of(own) != Verdict.HEALTHY;
    rise("pending", pending(then), pending(now), sick, out);
    rise("lag", value(lag(then)), value(lag(now)), sick, out);
    if (oldest(now) >= 30_000 && oldest(then) < 30_000) {
      out.add(
          "oldest pending "
              + (oldest(then) == 0 ? "none" : Span.ofMillis(oldest(then)))
              + " → "
              + Span.ofMillis(oldest(now)));
    }
    for (GroupSnapshot before : then.groups()) {
      GroupSnapshot after = group(now, before);
      if (after == null) {
        out.add("group " + before.name() + " is gone");
      } else if (before.consumerCount() > 0 && after.consumerCount() == 0) {
        out.add("consumers of group " + before.name() + " " + before.consumerCount() + " → 0");
      }
    }
    return out;
  }

  /** Whatever a stream that is new has waiting, it has got since the baseline. */
  private void appeared(StreamSnapshot now, List<String> out) {
    long lag = value(lag(now));
    long pending = pending(now);
    if (!baseline.isEmpty() && (lag >= NOISE || pending >= NOISE)) {
      out.add("new since the baseline, with " + pending + " pending and lag " + lag);
    }
  }

  private static void rise(String what, long before, long after, boolean sick, List<String> out) {
    long by = after - before;
    if (by >= NOISE || (sick && by > 0)) {
      out.add(what + " " + before + " → " + after);
    }
  }

  private static @Nullable GroupSnapshot group(StreamSnapshot s, GroupSnapshot like) {
    return s.groups().stream().filter(g -> g.name().equals(like.name())).findFirst().orElse(null);
  }

  private static long pending(StreamSnapshot s) {
    return s.groups().stream().mapToLong(GroupSnapshot::pending).sum();
  }

  private static long oldest(StreamSnapshot s) {
    return s.groups().stream().mapToLong(GroupSnapshot::oldestPendingMs).max().orElse(0);
  }

  private static long value(@Nullable Lag lag) {
    return lag == null ? 0 : lag.value();
  }

  /** Of the group that is furthest behind; the server's own word where nobody resolved it. */
  private static @Nullable Lag lag(StreamSnapshot s) {
    Lag worst = null;
    for (GroupSnapshot g : s.groups()) {
      Long server = g.serverLag();
      Lag lag = g.lag();
      if (lag == null && server != null) {
        lag = new Lag(server, false, "server", server);
      }
      if (lag != null && (worst == null || lag.value() > worst.value())) {
        worst = lag;
      }
    }
    return worst;
  }
}
