package io.streamsmonitor.core.session;

import io.streamsmonitor.core.agent.AgentRun;
import io.streamsmonitor.core.agent.SessionEvents;
import io.streamsmonitor.core.agent.Stage;
import io.streamsmonitor.core.agent.Tape;
import io.streamsmonitor.core.agent.Window;
import io.streamsmonitor.core.clock.SessionClock;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.fleet.Fleet;
import io.streamsmonitor.core.fleet.ServiceState;
import io.streamsmonitor.core.journal.FindingDesk;
import io.streamsmonitor.core.journal.FindingFeed;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import io.streamsmonitor.core.workspace.Appender;
import io.streamsmonitor.core.workspace.Files0600;
import io.streamsmonitor.core.workspace.SessionFolder;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One session from pre-flight to shutdown. It runs on the calling thread; agents run on lanes of
 * the clock. Use an instance once.
 */
public final class Session {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration FLUSH = Duration.ofSeconds(10);
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final SessionPlan plan;
  private final SessionClock clock;
  private final SessionEvents events;
  private final SessionListener listener;
  private final Workspace workspace;
  private final FindingFeed feed = new FindingFeed();
  private volatile @Nullable String stopReason;

  public Session(
      SessionPlan plan, SessionClock clock, SessionEvents events, SessionListener listener) {
    this.plan = plan;
    this.clock = clock;
    this.events = events;
    this.listener = listener;
    this.workspace = plan.workspace();
  }

  /** Asks for an orderly end now; the session is incomplete then. Safe from any thread. */
  public void requestStop(String reason) {
    stopReason = reason;
  }

  /**
   * Runs the session.
   *
   * @return how it ended
   * @throws IOException when the session folder cannot be made (pre-flight step 1): nothing was
   *     started, and there is nowhere to write a finding
   */
  public SessionEnd run() throws IOException {
    String id = ID.format(clock.now());
    try (SessionFolder folder = SessionFolder.open(workspace, id)) {
      listener.phase("workspace", workspace.root() + " [" + id + "]");
      feed.subscribe(listener::finding);
      SessionEnv env = new SessionEnv(workspace.sessionEnv()).put("SESSION_ID", id);
      plan.facts().forEach(env::put);
      env.write();
      FindingDesk desk =
          new FindingDesk(
              AgentId.ORCHESTRATOR,
              workspace.journal(AgentId.ORCHESTRATOR),
              clock::now,
              plan.redactor(),
              feed,
              plan.accepted());
      try (Appender shutdownLog = new Appender(workspace.log("shutdown"))) {
        Shutdown shutdown = new Shutdown(workspace, plan.redis(), desk, listener, shutdownLog);
        SessionEnd end = run(folder, id, env, desk, shutdown);
        if (end == SessionEnd.PREFLIGHT_FAILED) {
          complete(end, folder, env, desk, shutdown);
        }
        desk.close();
        shutdown.allFindings(feed);
        env.put("STOPPED", Json.time(clock.now())).write();
        return end;
      }
    } finally {
      clock.close();
    }
  }

  private SessionEnd run(
      SessionFolder folder, String id, SessionEnv env, FindingDesk desk, Shutdown shutdown)
      throws IOException {
    Preflight preflight = new Preflight(plan, desk, listener);
    events.hold();
    Fleet fleet = null;
    try (RedisProbe probe = preflight.redis()) {
      env.put("REDIS_URL", plan.redis().displayUrl());
      env.put("REDIS_VERSION", probe.info("server").getOrDefault("redis_version", "unknown"));
      fleet = preflight.fleet(id);
      StreamState baseline = preflight.baseline(probe, workspace);
      Instant opened = clock.now().truncatedTo(ChronoUnit.MILLIS);
      Window window = new Window(opened, opened.plus(plan.duration()));
      env.put("START", Json.time(window.start())).put("DEADLINE", Json.time(window.deadline()));
      env.put("DURATION", plan.duration().toString());
      env.put("SERVICES", names(fleet)).write();
      boolean agentsWell = watch(window, env, desk, fleet);
      boolean redisThere = shutdown.finalState(baseline);
      if (!agentsWell || !redisThere) {
        requestStop(agentsWell ? "Redis was lost" : "an agent was lost");
      }
      SessionEnd end = stopReason == null ? SessionEnd.COMPLETE : SessionEnd.INCOMPLETE;
      complete(end, folder, env, desk, shutdown);
      listener.watched();
      shutdown.services(fleet);
      return end;
    } catch (PreflightFailed e) {
      stopReason = e.getMessage();
      return SessionEnd.PREFLIGHT_FAILED;
    } catch (RedisUnavailable e) {
      stopReason = "Redis was lost in pre-flight: " + e.getMessage();
      return SessionEnd.PREFLIGHT_FAILED;
    } finally {
      if (fleet != null) {
        fleet.close();
      }
      shutdown.redis();
    }
  }

  /** From here on the folder tells the session; what stopping adds comes on top. */
  private void complete(
      SessionEnd end, SessionFolder folder, SessionEnv env, FindingDesk desk, Shutdown shutdown)
      throws IOException {
    desk.flush();
    shutdown.allFindings(feed);
    env.put("COMPLETED", Json.time(clock.now())).put("END", end.name());
    env.put("END_REASON", stopReason == null ? "" : stopReason).write();
    folder.complete();
  }

  private static String names(Fleet fleet) {
    return fleet.services().stream().map(ServiceState::name).collect(Collectors.joining(","));
  }

  /** The window: agents, supervision, health. Returns whether every agent was kept running. */
  private boolean watch(Window window, SessionEnv env, FindingDesk desk, Fleet fleet) {
    try (Tape tape = new Tape(workspace.tape());
        Appender heartbeats = new Appender(workspace.heartbeats());
        Appender restarts = new Appender(workspace.agentRestarts());
        Appender alerts = new Appender(workspace.criticalAlerts());
        Appender health = new Appender(workspace.health())) {
      Stage stage =
          new Stage(clock, window, workspace, events, feed, plan.redactor(), plan.accepted(), tape);
      feed.subscribe(tape::said);
      List<AgentRun> runs = new ArrayList<>();
      plan.agents().forEach(agent -> runs.add(new AgentRun(agent, stage, heartbeats)));
      Supervisor supervisor = new Supervisor(runs, PATIENCE, desk, restarts, clock::now);
      HealthCheck check = new HealthCheck(plan.redis(), fleet, supervisor, health, listener);
      Orchestrator orchestrator = new Orchestrator(check, supervisor, alerts);
      AgentRun own = new AgentRun(() -> orchestrator, stage, heartbeats, desk);
      runs.forEach(AgentRun::start);
      own.start();
      listener.phase(
          "agents", runs.stream().map(r -> r.id().name()).collect(Collectors.joining("  ")));
      listener.opened(window);
      release(runs, window, desk);
      if (clock.await(window.deadline(), this::stopAsked) && stopReason == null) {
        requestStop("a STOP file was made");
      }
      env.put("CLOSED", Json.time(clock.now()));
      signalStop();
      runs.forEach(this::finish);
      finish(own);
      runs.forEach(AgentRun::end);
      runs.forEach(run -> run.desk().close());
      own.end();
      return supervisor.lost().isEmpty();
    }
  }

  /** Lets go of the events of the start once every agent has asked for its own. */
  private void release(List<AgentRun> runs, Window window, FindingDesk desk) {
    clock.await(window.deadline(), () -> stopAsked() || runs.stream().allMatch(AgentRun::started));
    long dropped = events.release();
    if (dropped > 0) {
      desk.accept(Draft.of(SessionRules.LINES_DROPPED).evidence(dropped + " lines"));
    }
  }

  private boolean stopAsked() {
    return stopReason != null || Files.exists(workspace.stop());
  }

  private void signalStop() {
    if (!Files.exists(workspace.stop())) {
      Files0600.write(workspace.stop(), "STOP signal sent at " + Json.time(clock.now()) + "\n");
    }
    listener.phase("stop", "STOP sent, agents flush");
  }

  private void finish(AgentRun run) {
    Instant limit = clock.now().plus(FLUSH);
    run.finish();
    if (!clock.await(limit, run::finished)) {
      listener.phase("stop", run.id().name() + " did not finish in " + FLUSH.toSeconds() + " s");
      requestStop(run.id().name() + " did not finish");
    }
  }
}
