package io.streamsmonitor.testkit;

import static io.streamsmonitor.testkit.FindingsAssert.assertThatFindings;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.agent.Agent;
import io.streamsmonitor.core.agent.AgentContext;
import io.streamsmonitor.core.agent.SessionEvents;
import io.streamsmonitor.core.clock.VirtualClock;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.model.EntrySample;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.ServiceExit;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamMark;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.session.Session;
import io.streamsmonitor.core.session.SessionEnd;
import io.streamsmonitor.core.session.SessionListener;
import io.streamsmonitor.core.session.SessionPlan;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirtualSessionTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  @TempDir Path folder;
  private Workspace workspace;
  private VirtualClock clock;
  private SessionEvents events;
  private ScriptedRedis redis;

  @BeforeEach
  void setUp() {
    workspace = new Workspace(folder.resolve("session"));
    clock = new VirtualClock();
    events = new SessionEvents();
    redis = new ScriptedRedis(clock::now, VirtualSessionTest::growing);
  }

  private static List<StreamSnapshot> growing(Instant now) {
    long length = now.getEpochSecond() - VirtualClock.START.getEpochSecond();
    StreamId last = new StreamId(now.toEpochMilli(), 0);
    return List.of(
        new StreamSnapshot(
            Name.of("orders"),
            new StreamMark(length, length, last, last, last, null),
            EntrySample.NONE,
            List.of()));
  }

  private Session session(Supplier<Agent> agent) {
    return session(agent, SessionListener.NONE);
  }

  private Session session(Supplier<Agent> agent, SessionListener listener) {
    SessionPlan plan =
        new SessionPlan(
            workspace,
            TEN_MINUTES,
            Duration.ofSeconds(30),
            Redactor.NONE,
            List.of(),
            redis,
            (env, id) -> new ScriptedFleet(clock, events, List.of("orders", "payments")),
            List.of(agent),
            Map.of("PROFILE", "smart"));
    return new Session(plan, clock, events, listener);
  }

  private static Agent quiet(AgentContextUse use) {
    return new Agent() {
      @Override
      public AgentId id() {
        return AgentId.LOG_WATCHER;
      }

      @Override
      public void start(AgentContext context) {
        use.accept(context);
      }
    };
  }

  private interface AgentContextUse {
    void accept(AgentContext context);
  }

  @Test
  void aWholeSessionWritesEveryPromisedFileAndTakesTenVirtualMinutes() throws IOException {
    SessionEnd end = session(() -> quiet(context -> {})).run();

    assertThat(end).isEqualTo(SessionEnd.COMPLETE);
    assertThat(workspace.promised()).allSatisfy(file -> assertThat(file).exists());
    SessionRecord session = SessionRecord.read(workspace.root());
    assertThat(session.end()).isEqualTo(SessionEnd.COMPLETE);
    assertThat(session.time("START")).isEqualTo(VirtualClock.START);
    assertThat(session.time("COMPLETED")).isAfterOrEqualTo(VirtualClock.START.plus(TEN_MINUTES));
    assertThat(session.health()).hasSize(5);
    assertThat(session.health().get(4).path("streams").get(0).path("length").asLong())
        .isEqualTo(600);
    assertThat(session.baseline().get(0).length()).isZero();
    assertThat(session.finalState().get(0).length()).isEqualTo(600);
    assertThat(Files.readString(workspace.drift()))
        .contains("-stream orders length=0", "+stream orders length=600");
    assertThat(session.findings()).isEmpty();
  }

  @Test
  void theFolderTellsTheSessionBeforeTheServicesAreStopped() throws IOException {
    List<String> told = new ArrayList<>();
    SessionListener listener =
        new SessionListener() {
          @Override
          public void phase(String step, String outcome) {
            told.add(step);
          }

          @Override
          public void watched() {
            told.add("watched");
            assertThat(workspace.promised()).allSatisfy(file -> assertThat(file).exists());
            assertThat(recorded().end()).isEqualTo(SessionEnd.COMPLETE);
            assertThat(recorded().env()).containsKey("CLOSED").doesNotContainKey("STOPPED");
          }
        };

    session(() -> quiet(context -> {}), listener).run();

    assertThat(told).containsSubsequence("stop", "watched", "shutdown");
    assertThat(recorded().env()).containsKey("STOPPED");
  }

  private SessionRecord recorded() {
    try {
      return SessionRecord.read(workspace.root());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aMissingRedisStopsTheSessionInPreflightWithACriticalFinding() throws IOException {
    redis.away(true);

    assertThat(session(() -> quiet(context -> {})).run()).isEqualTo(SessionEnd.PREFLIGHT_FAILED);

    SessionRecord session = SessionRecord.read(workspace.root());
    assertThatFindings(session.findings()).containsExactlyRules("session.redis-unreachable");
    assertThat(session.env().get("END_REASON")).contains("no Redis at redis://127.0.0.1:1");
  }

  @Test
  void aRedisThatGoesAwayIsAFindingAndLeavesTheSessionIncomplete() throws IOException {
    Session session = session(() -> quiet(c -> c.at(0.5, "cut the line", () -> redis.away(true))));

    assertThat(session.run()).isEqualTo(SessionEnd.INCOMPLETE);

    SessionRecord record = SessionRecord.read(workspace.root());
    assertThatFindings(record.findings()).hasRule("session.redis-lost");
    assertThat(Files.readString(workspace.criticalAlerts())).contains("REDIS_LOST");
  }

  @Test
  void aServiceThatEndsIsCriticalWhenItCrashed() throws IOException {
    Session session =
        session(
            () ->
                quiet(
                    c ->
                        c.at(
                            0.2,
                            "crash",
                            () -> c.publish(new ServiceExit("orders", 7, 137, c.now(), false)))));

    session.run();

    assertThatFindings(SessionRecord.read(workspace.root()).findings())
        .onService("orders")
        .hasRule("session.service-exited");
  }

  @Test
  void aStopFileByAnybodysHandStartsTheOrderlyShutdown() throws IOException {
    Session session =
        session(() -> quiet(c -> c.at(0.3, "stop", () -> Files.createFile(workspace.stop()))));

    assertThat(session.run()).isEqualTo(SessionEnd.INCOMPLETE);

    SessionRecord record = SessionRecord.read(workspace.root());
    assertThat(record.time("COMPLETED")).isBefore(VirtualClock.START.plus(TEN_MINUTES));
    assertThat(record.finalState()).hasSize(1);
  }

  @Test
  void anEarlierSessionIsArchivedAndItsStopFileForgotten() throws IOException {
    session(() -> quiet(context -> {})).run();
    setUp();

    assertThat(session(() -> quiet(context -> {})).run()).isEqualTo(SessionEnd.COMPLETE);
    assertThat(workspace.archive().resolve("20260102_030405").resolve("STOP")).exists();
  }

  @Test
  void anAgentThatCannotStartIsReplacedThreeTimesAndThenGivenUp() throws IOException {
    Session session =
        session(
            () ->
                quiet(
                    c -> {
                      throw new IllegalStateException("no luck");
                    }));

    assertThat(session.run()).isEqualTo(SessionEnd.INCOMPLETE);

    assertThat(Files.readAllLines(workspace.agentRestarts())).hasSize(4);
    assertThatFindings(SessionRecord.read(workspace.root()).findings())
        .hasRule("session.agent-restarted");
  }
}
