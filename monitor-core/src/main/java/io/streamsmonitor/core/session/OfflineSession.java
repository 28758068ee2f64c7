package io.streamsmonitor.core.session;

import io.streamsmonitor.core.agent.Agent;
import io.streamsmonitor.core.agent.AgentRun;
import io.streamsmonitor.core.agent.SessionEvents;
import io.streamsmonitor.core.agent.Stage;
import io.streamsmonitor.core.agent.Window;
import io.streamsmonitor.core.clock.VirtualClock;
import io.streamsmonitor.core.journal.Acceptance;
import io.streamsmonitor.core.journal.FindingFeed;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.workspace.Appender;
import io.streamsmonitor.core.workspace.SessionFolder;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Agents over what is already there: files, or events that a caller publishes. No fleet, no Redis,
 * no threads and no waiting: nothing runs but in {@link #start}, {@link #publish}, {@link
 * #advanceTo} and {@link #finish}, on the calling thread, always in the same order.
 */
public final class OfflineSession implements AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(10);
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final VirtualClock clock;
  private final SessionFolder folder;
  private final SessionEnv env;
  private final Appender heartbeats;
  private final Stage stage;
  private final List<AgentRun> runs = new ArrayList<>();

  /**
   * A session in the workspace.
   *
   * @param start what its clock says first; the session's id is made of it
   * @param window from the start on; closing duties run at its end
   * @throws UncheckedIOException when the folder cannot be made or is held by another session
   */
  public OfflineSession(
      Workspace workspace,
      Instant start,
      Duration window,
      Redactor redactor,
      List<Acceptance> accepted) {
    clock = new VirtualClock(start);
    String id = ID.format(start);
    try {
      folder = SessionFolder.open(workspace, id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Window span = new Window(start, start.plus(window));
    env =
        new SessionEnv(workspace.sessionEnv())
            .put("SESSION_ID", id)
            .put("START", Json.time(span.start()))
            .put("DEADLINE", Json.time(span.deadline()))
            .put("DURATION", window.toString());
    heartbeats = new Appender(workspace.heartbeats());
    stage =
        new Stage(
            clock, span, workspace, new SessionEvents(), new FindingFeed(), redactor, accepted);
  }

  /** Starts an agent; its first work is done when this returns. */
  public void start(Supplier<? extends Agent> agent) {
    AgentRun run = new AgentRun(agent::get, stage, heartbeats);
    runs.add(run);
    run.start();
    clock.advance(Duration.ZERO);
  }

  /** Hands an event to the agents that asked for its type; they are done with it on return. */
  public void publish(Object event) {
    stage.events().publish(event);
    clock.advance(Duration.ZERO);
  }

  /** Lets time pass up to this instant; an earlier one is ignored. */
  public void advanceTo(Instant until) {
    clock.await(until, () -> false);
  }

  /** Runs to the end of the window and through the closing duties of every agent. */
  public void finish() {
    advanceTo(stage.window().deadline());
    for (AgentRun run : runs) {
      run.finish();
      clock.await(clock.now().plus(CLOSING), run::finished);
    }
  }

  /** Completes the folder, so that it can be reported like that of any session. */
  public SessionRecord complete() throws IOException {
    runs.forEach(AgentRun::end);
    env.put("COMPLETED", Json.time(clock.now())).put("END", SessionEnd.COMPLETE.name());
    env.put("END_REASON", "").write();
    folder.complete();
    return SessionRecord.read(stage.workspace().root());
  }

  public Instant now() {
    return clock.now();
  }

  public Workspace workspace() {
    return stage.workspace();
  }

  public FindingFeed feed() {
    return stage.feed();
  }

  @Override
  public void close() {
    runs.forEach(AgentRun::end);
    runs.forEach(run -> run.desk().close());
    heartbeats.close();
    clock.close();
    try {
      folder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
