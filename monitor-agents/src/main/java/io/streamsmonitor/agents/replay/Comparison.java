package io.streamsmonitor.agents.replay;

import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.FindingJson;
import io.streamsmonitor.core.session.SessionRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the findings of one agent, found again, compare with those recorded.
 *
 * @param same as they were recorded, to the last byte
 * @param otherwise found again with other counts, times or words
 * @param missing recorded, and not found again
 * @param extra found, and not recorded
 * @param recorded taken as recorded, for their sources are not in the folder
 */
public record Comparison(
    AgentId agent,
    int same,
    List<String> otherwise,
    List<String> missing,
    List<String> extra,
    int recorded) {
  private static final List<AgentId> AGENTS =
      List.of(
          AgentId.LOG_WATCHER,
          AgentId.STREAM_ANALYST,
          AgentId.CONFIG_AUDITOR,
          AgentId.ENHANCEMENT_SCOUT,
          AgentId.ORCHESTRATOR);

  public Comparison {
    otherwise = List.copyOf(otherwise);
    missing = List.copyOf(missing);
    extra = List.copyOf(extra);
  }

  /** Whether every finding made again is as it was, to the last byte. */
  public boolean identical() {
    return otherwise.isEmpty() && missing.isEmpty() && extra.isEmpty();
  }

  /** Agent by agent. */
  public static List<Comparison> of(SessionRecord before, Collection<Finding> again) {
    return AGENTS.stream()
        .map(
            agent ->
                of(
                    agent,
                    before.by(agent),
                    again.stream().filter(f -> f.agentId().equals(agent.name())).toList()))
        .toList();
  }

  private static Comparison of(AgentId agent, List<Finding> before, List<Finding> again) {
    Map<String, Finding> now = byKey(again);
    int same = 0;
    int recorded = 0;
    List<String> otherwise = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, Finding> e : byKey(before).entrySet()) {
      Finding was = e.getValue();
      Finding found = now.remove(e.getKey());
      if (AsRecorded.is(was)) {
        recorded++;
      } else if (found == null) {
        missing.add(text(was));
      } else if (FindingJson.line(found).equals(FindingJson.line(was))) {
        same++;
      } else {
        otherwise.add(text(was));
      }
    }
    List<String> extra = now.values().stream().map(Comparison::text).toList();
    return new Comparison(agent, same, otherwise, missing, extra, recorded);
  }

  private static Map<String, Finding> byKey(Collection<Finding> findings) {
    Map<String, Finding> map = new TreeMap<>();
    findings.forEach(f -> map.put(f.ruleId() + " " + f.subject().key(), f));
    return map;
  }

  private static String text(Finding f) {
    return f.findingId() + " " + f.ruleId() + ": " + f.title();
  }
}
