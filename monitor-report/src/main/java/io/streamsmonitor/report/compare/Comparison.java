package io.streamsmonitor.report.compare;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.report.SessionResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What changed from one session to another. Findings are the same where their fingerprints are;
 * only open ones count.
 *
 * @param fresh open now and not before, worst first
 * @param worse open in both, now of a higher severity
 * @param still open in both, no worse than before
 * @param fixed open before and not now
 * @param unseen open before and not now either, but of a service that was not watched now: nobody
 *     knows
 * @param notes what to keep in mind: other services, other lengths, a session that did not end
 * @param deltas numbers of streams and groups that moved
 */
public record Comparison(
    int scoreBefore,
    int scoreNow,
    List<Finding> fresh,
    List<Finding> worse,
    List<Finding> still,
    List<Finding> fixed,
    List<Finding> unseen,
    List<String> notes,
    List<Delta> deltas) {
  public Comparison {
    fresh = List.copyOf(fresh);
    worse = List.copyOf(worse);
    still = List.copyOf(still);
    fixed = List.copyOf(fixed);
    unseen = List.copyOf(unseen);
    notes = List.copyOf(notes);
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
    Set<String> watched = Sessions.watched(now);
    List<Finding> fixed = new ArrayList<>();
    List<Finding> unseen = new ArrayList<>();
    old.forEach(
        (fingerprint, f) -> {
          if (!current.containsKey(fingerprint)) {
            boolean seen = f.service() == null || watched.contains(f.service());
            (seen && Sessions.began(now) ? fixed : unseen).add(f);
          }
        });
    return new Comparison(
        before.score().value(),
        now.score().value(),
        fresh,
        worse,
        still,
        fixed,
        unseen,
        Sessions.notes(before, now),
        Delta.of(before, now));
  }

  /** Whether nothing is new and nothing worse. */
  public boolean clean() {
    return clean(Severity.INFO);
  }

  /** Whether nothing is new or worse that is as bad as this. */
  public boolean clean(Severity least) {
    return Stream.concat(fresh.stream(), worse.stream())
        .noneMatch(f -> f.severity().atLeast(least));
  }

  private static Map<String, Finding> open(SessionRecord session) {
    Map<String, Finding> open = new LinkedHashMap<>();
    session.findings().stream()
        .filter(Finding::open)
        .forEach(f -> open.putIfAbsent(f.fingerprint(), f));
    return open;
  }
}
