package io.streamsmonitor.testkit;

import io.streamsmonitor.core.agent.Agent;
import io.streamsmonitor.core.clock.VirtualClock;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.journal.FindingFeed;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.session.OfflineSession;
import io.streamsmonitor.core.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
  private final OfflineSession session;

  private AgentHarness(Path root, Duration window, Redactor redactor) {
    session =
        new OfflineSession(new Workspace(root), VirtualClock.START, window, redactor, List.of());
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
    session.start(agent);
    return this;
  }

  /** Hands an event to the agents that asked for its type. */
  public AgentHarness publish(Object event) {
    session.publish(event);
    return this;
  }

  public AgentHarness advance(Duration duration) {
    session.advanceTo(session.now().plus(duration));
    return this;
  }

  /** Runs to the end of the window and through the closing duties of every agent. */
  public AgentHarness finish() {
    session.finish();
    return this;
  }

  public Instant now() {
    return session.now();
  }

  public Workspace workspace() {
    return session.workspace();
  }

  public FindingFeed feed() {
    return session.feed();
  }

  /** The last state of every finding so far. */
  public List<Finding> findings() {
    return session.feed().all();
  }

  @Override
  public void close() {
    session.close();
  }
}
