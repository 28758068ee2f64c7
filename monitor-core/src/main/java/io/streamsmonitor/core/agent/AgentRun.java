package io.streamsmonitor.core.agent;

import io.streamsmonitor.core.clock.Lane;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.journal.FindingDesk;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.workspace.Appender;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One agent through a session: its desk lives as long as the session, its instance and lane are
 * replaced when they are stuck.
 */
public final class AgentRun {
  /** A duty of an agent failed; the others go on. */
  public static final RuleInfo DUTY_FAILED =
      RuleInfo.of(
          "session.duty-failed",
          "COVERAGE_GAP",
          Severity.MEDIUM,
          "An agent's duty failed",
          "What this duty would have seen is unseen; silence is not health.",
          "Report the failure with the session folder.");

  private static final Logger log = LoggerFactory.getLogger(AgentRun.class);
  private static final Duration HEARTBEAT = Duration.ofMinutes(2);

  private final AgentId id;
  private final Supplier<Agent> supplier;
  private final Stage stage;
  private final FindingDesk desk;
  private final Appender heartbeats;
  private final AgentTime time;
  private volatile @Nullable Duties duties;
  private volatile boolean started;
  private volatile boolean startFailed;
  private volatile boolean finished;

  /** An agent with a desk of its own. */
  public AgentRun(Supplier<Agent> supplier, Stage stage, Appender heartbeats) {
    this(supplier, stage, heartbeats, new AgentTime(stage.clock()::now));
  }

  private AgentRun(Supplier<Agent> supplier, Stage stage, Appender heartbeats, AgentTime time) {
    this(supplier, stage, heartbeats, stage.desk(supplier.get().id(), time), time);
  }

  /** An agent whose desk has been in use before the window opened. */
  public AgentRun(Supplier<Agent> supplier, Stage stage, Appender heartbeats, FindingDesk desk) {
    this(supplier, stage, heartbeats, desk, new AgentTime(stage.clock()::now));
  }

  private AgentRun(
      Supplier<Agent> supplier,
      Stage stage,
      Appender heartbeats,
      FindingDesk desk,
      AgentTime time) {
    this.supplier = supplier;
    this.time = time;
    this.stage = stage;
    this.heartbeats = heartbeats;
    this.id = desk.agent();
    this.desk = desk;
  }

  public AgentId id() {
    return id;
  }

  public FindingDesk desk() {
    return desk;
  }

  /** Makes an instance, gives it a lane of its own and starts it there. Returns at once. */
  public void start() {
    startFailed = false;
    Lane lane = stage.clock().lane(id.slug());
    Agent agent = supplier.get();
    Duties next = new Duties(agent, lane, stage, desk, time, this::failed);
    duties = next;
    next.every(HEARTBEAT, "heartbeat", () -> beat(agent));
    lane.post(
        () -> {
          guard("start", () -> next.standing("start", () -> agent.start(next)));
          started = true;
        });
  }

  /** Whether the first start is over, well or not: it has asked for its events. */
  public boolean started() {
    return started;
  }

  /** Why it should be replaced now, or null while it is well. */
  public @Nullable String trouble(Duration patience) {
    Duties current = duties;
    if (current == null || finished) {
      return null;
    }
    if (startFailed) {
      return "could not start";
    }
    Instant due = current.lane().dueSince();
    Duration waited = due == null ? Duration.ZERO : Duration.between(due, stage.clock().now());
    return waited.compareTo(patience) >= 0
        ? "a due duty has made no progress for " + waited.toSeconds() + " s"
        : null;
  }

  /** Ends the instance, which may be stuck, and starts a new one. */
  public void restart() {
    end();
    start();
  }

  /** Runs the closing duties on the agent's lane; {@link #finished} says when they are done. */
  public void finish() {
    Duties current = duties;
    if (current == null) {
      finished = true;
      return;
    }
    current.lane().post(() -> close(current));
  }

  public boolean finished() {
    return finished;
  }

  /** Ends the lane and writes what the desk holds back. */
  public void end() {
    Duties current = duties;
    if (current != null) {
      current.end();
      stage.events().unsubscribe(current.lane());
      current.lane().end();
    }
    desk.flush();
  }

  private void close(Duties current) {
    current.closing();
    guard("stop", current.agent()::stop);
    current.end(); // here, on its lane: a line that comes later is neither judged nor taped
    desk.flush();
    finished = true;
  }

  private void guard(String duty, Tick tick) {
    try {
      tick.run();
    } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError e) {
      startFailed |= duty.equals("start");
      failed(duty, e);
    }
  }

  private void failed(String duty, Throwable e) {
    log.warn("{}: duty {} failed", id.name(), duty, e);
    desk.accept(
        Draft.of(DUTY_FAILED)
            .qualifier(duty)
            .title(id.name() + ": duty \"" + duty + "\" failed: " + e.getClass().getSimpleName())
            .evidence(e.toString()));
  }

  private void beat(Agent agent) {
    Map<String, Object> beat = new LinkedHashMap<>();
    beat.put("type", "heartbeat");
    beat.put("agent", id.name());
    beat.put("at", Json.time(stage.clock().now()));
    beat.put("findingCount", desk.count());
    beat.putAll(agent.heartbeat());
    heartbeats.line(Json.line(beat));
  }
}
