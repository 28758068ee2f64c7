package io.streamsmonitor.testkit;

import io.streamsmonitor.core.agent.Agent;
import io.streamsmonitor.core.agent.AgentRun;
import io.streamsmonitor.core.agent.SessionEvents;
import io.streamsmonitor.core.agent.Stage;
import io.streamsmonitor.core.agent.Window;
import io.streamsmonitor.core.clock.VirtualClock;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.journal.FindingFeed;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.workspace.Appender;
import io.streamsmonitor.core.workspace.SessionFolder;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs agents in virtual time, in a session folder of its own:
 *
 * <pre>{@code
 * try (AgentHarness harness = AgentHarness.in(folder, Duration.ofMinutes(10))) {
 *   harness.start(MyAgent::new);
 *   harness.publish(new MyEvent());
 *   harness.advance(Duration.ofMinutes(1));
 *   harness.finish();
 *   assertThat(harness.findings()).hasNoneAtOrAbove(HIGH);
 * }
 * }</pre>
 *
 * Nothing runs but in {@code advance} and {@code finish}, on the calling thread, always in the same
 * order.
 */
public final class AgentHarness implements AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final VirtualClock clock = new VirtualClock();
  private final SessionFolder folder;
  private final Appender heartbeats;
  private final Stage stage;
  private final List<AgentRun> runs = new ArrayList<>();

  private AgentHarness(Path root, Duration window, Redactor redactor) {
    Workspace workspace = new Workspace(root);
    try {
      folder = SessionFolder.open(workspace, "20260102_030405");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    heartbeats = new Appender(workspace.heartbeats());
    stage =
        new Stage(
            clock,
            new Window(clock.now(), clock.now().plus(window)),
            workspace,
            new SessionEvents(),
            new FindingFeed(),
            redactor,
            List.of());
  }

  /** A session of this length in the folder, with nothing redacted. */
  public static AgentHarness in(Path folder, Duration window) {
    return new AgentHarness(folder, window, Redactor.NONE);
  }

  /** The same with redaction. */
  public static AgentHarness in(Path folder, Duration window, Redactor redactor) {
    return new AgentHarness(folder, window, redactor);
  }

  /** Starts an agent; its first work is done when this returns. */
  public AgentHarness start(Supplier<? extends Agent> agent) {
    AgentRun run = new AgentRun(agent::get, stage, heartbeats);
    runs.add(run);
    run.start();
    clock.advance(Duration.ZERO);
    return this;
  }

  /** Hands an event to the agents that asked for its type. */
  public AgentHarness publish(Object event) {
    stage.events().publish(event);
    clock.advance(Duration.ZERO);
    return this;
  }

  public AgentHarness advance(Duration duration) {
    clock.advance(duration);
    return this;
  }

  /** Runs to the end of the window and through the closing duties of every agent. */
  public AgentHarness finish() {
    clock.await(stage.window().deadline(), () -> false);
    for (AgentRun run : runs) {
      run.finish();
      clock.await(clock.now().plus(CLOSING), run::finished);
    }
    return this;
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

  /** The last state of every finding so far. */
  public List<Finding> findings() {
    return stage.feed().all();
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
