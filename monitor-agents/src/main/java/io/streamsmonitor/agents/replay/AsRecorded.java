package io.streamsmonitor.agents.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.FindingJson;
import io.streamsmonitor.core.journal.FindingDesk;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Findings that are not made again: said with the words and when the session said them. */
final class AsRecorded implements AutoCloseable {
  private static final List<AgentId> AGENTS =
      List.of(AgentId.CONFIG_AUDITOR, AgentId.ENHANCEMENT_SCOUT, AgentId.ORCHESTRATOR);

  private final Map<String, Deque<Finding>> states = new HashMap<>();
  private final Map<String, FindingDesk> desks = new HashMap<>();

  AsRecorded(Workspace recorded, Function<AgentId, FindingDesk> desk) throws IOException {
    for (AgentId agent : AGENTS) {
      desks.put(agent.prefix(), desk.apply(agent));
      states.put(agent.prefix(), read(recorded.journal(agent)));
    }
  }

  /** Whether a finding is taken as recorded. */
  static boolean is(Finding f) {
    return AGENTS.stream().anyMatch(a -> a.name().equals(f.agentId()))
        && !f.ruleId().startsWith("cause.");
  }

  private static Deque<Finding> read(Path journal) throws IOException {
    Deque<Finding> out = new ArrayDeque<>();
    if (Files.exists(journal)) {
      for (String line : Recorded.lines(journal)) {
        JsonNode node = Json.tryRead(line);
        if (node != null && !line.isBlank()) {
          out.add(FindingJson.read(node));
        }
      }
    }
    return out;
  }

  /** The agent said something of this finding: its next recorded state, where it was written. */
  void said(String agent, String id) {
    Deque<Finding> left = states.get(agent);
    FindingDesk desk = desks.get(agent);
    if (left == null || desk == null || left.isEmpty()) {
      return;
    }
    if (left.element().findingId().equals(id)) {
      Finding state = left.remove();
      if (is(state)) {
        desk.recorded(state);
      }
    }
  }

  @Override
  public void close() {
    desks.values().forEach(FindingDesk::close);
  }
}
