package io.streamsmonitor.agents.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamsmonitor.agents.logs.LogWatcher;
import io.streamsmonitor.agents.scout.EnhancementScout;
import io.streamsmonitor.agents.scout.synthesis.Synthesizer;
import io.streamsmonitor.agents.scout.synthesis.Wiring;
import io.streamsmonitor.agents.source.ConfigValues;
import io.streamsmonitor.agents.source.ScanScope;
import io.streamsmonitor.agents.source.scan.SharedScan;
import io.streamsmonitor.agents.streams.StreamAnalyst;
import io.streamsmonitor.core.agent.Agent;
import io.streamsmonitor.core.agent.AgentRun;
import io.streamsmonitor.core.agent.SessionEvents;
import io.streamsmonitor.core.agent.Stage;
import io.streamsmonitor.core.agent.Tape;
import io.streamsmonitor.core.agent.Window;
import io.streamsmonitor.core.clock.VirtualClock;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.fleet.LineSource;
import io.streamsmonitor.core.fleet.LineTap;
import io.streamsmonitor.core.fleet.ServiceSpec;
import io.streamsmonitor.core.journal.FindingFeed;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.EntrySample;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.ServiceExit;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamMark;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import io.streamsmonitor.core.rule.Thresholds;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.core.workspace.Appender;
import io.streamsmonitor.core.workspace.SessionFolder;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionReplayTest {
  private static final List<String> SERVICES = List.of("orders", "mail");
  private static final ReplaySettings SETTINGS = ReplaySettings.of(Thresholds.DEFAULT);

  @TempDir Path folder;

  @Test
  void aRecordedSessionGivesTheSameJournalsToTheLastByte() throws IOException {
    SessionRecord recorded = record();
    List<Finding> again = SessionReplay.run(recorded, SETTINGS, folder.resolve("again"));

    assertThat(recorded.by(AgentId.LOG_WATCHER)).hasSizeGreaterThan(2);
    assertThat(recorded.by(AgentId.STREAM_ANALYST)).isNotEmpty();
    assertThat(recorded.findings())
        .extracting(Finding::ruleId)
        .anyMatch(r -> r.startsWith("cause"));
    assertThat(Comparison.of(recorded, again)).allMatch(Comparison::identical);
    for (AgentId agent :
        List.of(AgentId.LOG_WATCHER, AgentId.STREAM_ANALYST, AgentId.ENHANCEMENT_SCOUT)) {
      assertThat(Files.readAllLines(journal("again", agent)))
          .as(agent.name())
          .isNotEmpty()
          .isEqualTo(Files.readAllLines(journal("session", agent)));
    }
    assertThat(Files.readAllLines(new Workspace(folder.resolve("again")).polls()))
        .isEqualTo(Files.readAllLines(recorded.workspace().polls()));
  }

  @Test
  void aLogThatWasChangedAfterwardsIsToldBySayingWhatDiffers() throws IOException {
    SessionRecord recorded = record();
    Path log = recorded.workspace().log("mail");
    String text = Files.readString(log);
    Files.writeString(
        log, text.replace("java.lang.IllegalStateException", "java.lang.IllegalStateSomething"));

    List<Finding> again = SessionReplay.run(recorded, SETTINGS, folder.resolve("again"));

    assertThat(Comparison.of(recorded, again).get(0).identical()).isFalse();
  }

  @Test
  void aFolderWithoutATapeSaysWhichSessionsHaveOne() throws IOException {
    SessionRecord recorded = record();
    Files.delete(recorded.workspace().tape());

    assertThatThrownBy(() -> SessionReplay.run(recorded, SETTINGS, folder.resolve("again")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("monitor run");
  }

  private Path journal(String session, AgentId agent) {
    return new Workspace(folder.resolve(session)).journal(agent);
  }

  /** Ten minutes of a fleet whose mail service falls behind and times out, on a virtual clock. */
  private SessionRecord record() throws IOException {
    Workspace workspace = new Workspace(folder.resolve("session"));
    VirtualClock clock = new VirtualClock();
    SessionEvents events = new SessionEvents();
    Window window = new Window(clock.now(), clock.now().plusSeconds(600));
    FindingFeed feed = new FindingFeed();
    try (SessionFolder held = SessionFolder.open(workspace, "20260102_030405");
        Tape tape = new Tape(workspace.tape());
        Appender heartbeats = new Appender(workspace.heartbeats())) {
      Stage stage =
          new Stage(clock, window, workspace, events, feed, new Secrets(), List.of(), tape);
      feed.subscribe(tape::said);
      List<AgentRun> runs = new ArrayList<>();
      for (Supplier<Agent> agent : agents(clock)) {
        runs.add(new AgentRun(agent, stage, heartbeats));
      }
      runs.forEach(AgentRun::start);
      speak(workspace, clock, events);
      for (AgentRun run : runs) {
        run.finish();
        clock.advance(Duration.ofSeconds(1));
      }
      runs.forEach(AgentRun::end);
      runs.forEach(run -> run.desk().close());
      Files.writeString(
          workspace.sessionEnv(),
          "START="
              + Json.time(window.start())
              + "\nDEADLINE="
              + Json.time(window.deadline())
              + "\nSERVICES=orders,mail\n");
      held.complete();
    }
    return SessionRecord.read(folder.resolve("session"));
  }

  private List<Supplier<Agent>> agents(VirtualClock clock) {
    SharedScan scan =
        new SharedScan(
            new ScanScope(folder, List.of(), List.of(), List.of()), () -> ConfigValues.NONE);
    ServiceSpec mail =
        new ServiceSpec(
            "mail",
            List.of(),
            folder,
            Map.of(),
            null,
            List.of(),
            0,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(new ServiceSpec.Consumption("orders", "mail")));
    return List.of(
        () -> new LogWatcher(Thresholds.DEFAULT, SERVICES),
        () -> new StreamAnalyst(() -> new Falling(clock), Thresholds.DEFAULT),
        () ->
            new EnhancementScout(
                scan, new Synthesizer(heard -> Wiring.of(List.of(mail), List.of(), heard))));
  }

  private void speak(Workspace workspace, VirtualClock clock, SessionEvents events) {
    Instant start = clock.now();
    try (LineTap tap = new LineTap(workspace, clock::now, events::publish)) {
      LineSource orders = tap.open("orders");
      LineSource mail = tap.open("mail");
      for (int second = 1; second < 600; second += 3) {
        clock.await(start.plusSeconds(second).plusMillis(second % 7), () -> false);
        say(orders, "handled " + second);
        say(
            mail,
            "{\"level\":\"info\",\"event\":\"redis.consume\",\"stream\":\"orders\",\"lagMs\":"
                + 20 * second
                + ",\"consumerGroup\":\"mail\",\"message\":\"taken\"}");
        if (second % 60 == 1) {
          say(mail, "ERROR handler of orders timed out after 3000 ms");
        }
        if (second == 61) {
          say(mail, "java.lang.IllegalStateException: no template");
          say(mail, "\tat shop.Mail.render(Mail.java:41)");
        }
        if (second == 121) {
          say(mail, "password=" + "tr0ub4dor-" + "and-3");
          events.publish(new ServiceExit("orders", 7, 1, clock.now(), false));
        }
      }
      clock.await(start.plusSeconds(600), () -> false);
    }
  }

  private static void say(LineSource source, String line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    source.accept(bytes, 0, bytes.length);
  }

  /** A group that falls behind, on a server that is away for half a minute. */
  private record Falling(VirtualClock clock) implements RedisProbe {
    @Override
    public StreamPoll survey() throws RedisUnavailable {
      long second = Duration.between(VirtualClock.START, clock.now()).toSeconds();
      if (second > 300 && second < 330) {
        throw new RedisUnavailable("PING timed out");
      }
      StreamId last = new StreamId(clock.now().toEpochMilli(), 0);
      GroupSnapshot group =
          new GroupSnapshot(
              Name.of("mail"),
              1,
              0,
              new StreamId(VirtualClock.START.toEpochMilli(), 0),
              100L,
              second,
              new Lag(second, true, "counted", second, last),
              List.of(),
              List.of(),
              true);
      StreamSnapshot orders =
          new StreamSnapshot(
              Name.of("orders"),
              new StreamMark(100 + second, 100 + second, last, last, last, null),
              new EntrySample(List.of("id"), List.of(List.of("id")), List.of()),
              List.of(group));
      return new StreamPoll(clock.now().plusNanos(1234), List.of(orders), List.of(), 5, 900);
    }

    @Override
    public void ping() {}

    @Override
    public Map<String, Boolean> commands(Collection<String> names) {
      return Map.of();
    }

    @Override
    public Map<String, String> info(String section) {
      return Map.of("run_id", "abc");
    }

    @Override
    public List<String> clients() {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
