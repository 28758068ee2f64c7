package io.streamsmonitor.core.agent;

import io.streamsmonitor.core.clock.SessionClock;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.journal.Acceptance;
import io.streamsmonitor.core.journal.FindingDesk;
import io.streamsmonitor.core.journal.FindingFeed;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.workspace.Workspace;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all agents of a session share. */
public record Stage(
    SessionClock clock,
    Window window,
    Workspace workspace,
    SessionEvents events,
    FindingFeed feed,
    Redactor redactor,
    List<Acceptance> accepted,
    @Nullable Tape tape) {

  public Stage {
    accepted = List.copyOf(accepted);
  }

  /** A stage whose agents' doings are not recorded. */
  public Stage(
      SessionClock clock,
      Window window,
      Workspace workspace,
      SessionEvents events,
      FindingFeed feed,
      Redactor redactor,
      List<Acceptance> accepted) {
    this(clock, window, workspace, events, feed, redactor, accepted, null);
  }

  /** A desk for the agent, writing to its journal, dated by the agent's time. */
  FindingDesk desk(AgentId agent, InstantSource time) {
    return new FindingDesk(agent, workspace.journal(agent), time, redactor, feed, accepted);
  }
}
