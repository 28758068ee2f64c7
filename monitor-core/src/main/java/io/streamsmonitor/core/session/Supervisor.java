package io.streamsmonitor.core.session;

import io.streamsmonitor.core.agent.AgentRun;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.journal.FindingDesk;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.workspace.Appender;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Replaces agents whose due duty makes no progress. File age is no sign: a healthy fleet writes no
 * findings.
 */
final class Supervisor {
  private static final int RESTART_LIMIT = 3;

  private final List<AgentRun> runs;
  private final Duration patience;
  private final FindingDesk desk;
  private final Appender restarts;
  private final InstantSource clock;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> lost = new HashSet<>();

  Supervisor(
      List<AgentRun> runs,
      Duration patience,
      FindingDesk desk,
      Appender restarts,
      InstantSource clock) {
    this.runs = List.copyOf(runs);
    this.patience = patience;
    this.desk = desk;
    this.restarts = restarts;
    this.clock = clock;
  }

  /** Looks at every agent once. */
  void look() {
    for (AgentRun run : runs) {
      String trouble = run.trouble(patience);
      if (trouble != null && !lost.contains(run.id().name())) {
        mend(run, trouble);
      }
    }
  }

  private void mend(AgentRun run, String trouble) {
    String agent = run.id().name();
    int count = counts.merge(agent, 1, Integer::sum);
    boolean again = count <= RESTART_LIMIT;
    String done = again ? "restarted (" + count + " of " + RESTART_LIMIT + ")" : "given up";
    restarts.line(Json.time(clock.instant()) + " " + agent + " " + done + ": " + trouble);
    desk.accept(
        Draft.of(SessionRules.AGENT_RESTARTED)
            .qualifier(agent)
            .severity(again ? Severity.MEDIUM : Severity.HIGH)
            .title("Agent " + agent + " " + done)
            .evidence(agent + ": " + trouble));
    if (again) {
      run.restart();
    } else {
      lost.add(agent);
      run.end();
    }
  }

  /** Agents that are well, by name. */
  Map<String, Boolean> alive() {
    Map<String, Boolean> alive = new HashMap<>();
    runs.forEach(r -> alive.put(r.id().name(), r.trouble(patience) == null));
    lost.forEach(name -> alive.put(name, false));
    return alive;
  }

  /** Agents that could not be kept running. */
  Set<String> lost() {
    return Set.copyOf(lost);
  }
}
