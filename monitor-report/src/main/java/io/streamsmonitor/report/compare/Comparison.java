package io.streamsmonitor.report.compare;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.report.SessionResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What changed from one session to another. Findings are the same where their fingerprints are;
 * only open ones count.
 *
 * @param fresh open now and not before, worst first
 * @param worse open in both, now of a higher severity
 * @param still open in both, no worse than before
 * @param fixed open before and not now
 * @param deltas numbers of streams and groups that moved
 */
public record Comparison(
    int scoreBefore,
    int scoreNow,
    List<Finding> fresh,
    List<Finding> worse,
    List<Finding> still,
    List<Finding> fixed,
    List<Delta> deltas) {
  public Comparison {
    fresh = List.copyOf(fresh);
    worse = List.copyOf(worse);
    still = List.copyOf(still);
    fixed = List.copyOf(fixed);
    deltas = List.copyOf(deltas);
  }

  /** Compares two finished sessions. */
  public static Comparison of(SessionResult before, SessionResult now) {
    Map<String, Finding> old = open(before.session());
    Map<String, Finding> current = open(now.session());
    List<Finding> fresh = new ArrayList<>();
    List<Finding> worse = new ArrayList<>();
    List<Finding> still = new ArrayList<>();
    current.forEach(
        (fingerprint, f) -> {
          Finding was = old.get(fingerprint);
          if (was == null) {
            fresh.add(f);
          } else if (f.severity().compareTo(was.severity()) < 0) {
            worse.add(f);
          } else {
            still.add(f);
          }
        });
    List<Finding> fixed =
        old.entrySet().stream()
            .filter(e -> !current.containsKey(e.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return new Comparison(
        before.score().value(),
        now.score().value(),
        fresh,
        worse,
        still,
        fixed,
        Delta.of(before, now));
  }

  /** Whether nothing is new and nothing worse. */
  public boolean clean() {
    return fresh.isEmpty() && worse.isEmpty();
  }

  private static Map<String, Finding> open(SessionRecord session) {
    Map<String, Finding> open = new LinkedHashMap<>();
    session.findings().stream()
        .filter(Finding::open)
        .forEach(f -> open.putIfAbsent(f.fingerprint(), f));
    return open;
  }
}
