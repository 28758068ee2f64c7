package io.streamsmonitor.core.agent;

import io.streamsmonitor.core.clock.SessionClock;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.journal.Acceptance;
import io.streamsmonitor.core.journal.FindingDesk;
import io.streamsmonitor.core.journal.FindingFeed;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.workspace.Workspace;
import java.util.List;

/** What all agents of a session share. */
public record Stage(
    SessionClock clock,
    Window window,
    Workspace workspace,
    SessionEvents events,
    FindingFeed feed,
    Redactor redactor,
    List<Acceptance> accepted) {

  public Stage {
    accepted = List.copyOf(accepted);
  }

  /** A desk for the agent, writing to its journal. */
  public FindingDesk desk(AgentId agent) {
    return new FindingDesk(agent, workspace.journal(agent), clock::now, redactor, feed, accepted);
  }
}
