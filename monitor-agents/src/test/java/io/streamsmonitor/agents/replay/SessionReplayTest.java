package io.streamsmonitor.agents.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.logs.LogWatcher;
import io.streamsmonitor.core.clock.VirtualClock;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.FindingJson;
import io.streamsmonitor.core.fleet.LineSource;
import io.streamsmonitor.core.fleet.LineTap;
import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.core.rule.Thresholds;
import io.streamsmonitor.core.session.OfflineSession;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionReplayTest {
  private static final List<String> SERVICES = List.of("orders", "mail");

  @TempDir Path folder;

  @Test
  void aRecordedSessionGivesTheSameFindingsToTheLastByte() throws IOException {
    SessionRecord recorded = record();
    List<Finding> again = SessionReplay.run(recorded, Thresholds.DEFAULT, folder.resolve("again"));

    SessionReplay.Comparison logs = SessionReplay.compare(recorded, again).get(0);
    assertThat(recorded.by(AgentId.LOG_WATCHER)).hasSizeGreaterThan(2);
    assertThat(logs.otherwise()).isEmpty();
    assertThat(logs.missing()).isEmpty();
    assertThat(logs.extra()).isEmpty();
    assertThat(logs.same()).isEqualTo(recorded.by(AgentId.LOG_WATCHER).size());
    assertThat(Files.readAllLines(journal(folder.resolve("again"))))
        .isEqualTo(Files.readAllLines(journal(folder.resolve("session"))));
  }

  @Test
  void aReplayIsTheSameEveryTime() throws IOException {
    SessionRecord recorded = record();
    List<String> first = lines(recorded, "one");
    assertThat(first).isNotEmpty().isEqualTo(lines(recorded, "two"));
  }

  @Test
  void aLogThatWasChangedAfterwardsIsToldBySayingWhatIsMissing() throws IOException {
    SessionRecord recorded = record();
    Path log = recorded.workspace().log("mail");
    String text = Files.readString(log);
    Files.writeString(
        log, text.replace("java.lang.IllegalStateException", "java.lang.IllegalStateSomething"));
    List<Finding> again = SessionReplay.run(recorded, Thresholds.DEFAULT, folder.resolve("again"));
    SessionReplay.Comparison logs = SessionReplay.compare(recorded, again).get(0);
    assertThat(logs.otherwise().size() + logs.missing().size()).isPositive();
  }

  private List<String> lines(SessionRecord recorded, String name) throws IOException {
    return SessionReplay.run(recorded, Thresholds.DEFAULT, folder.resolve(name)).stream()
        .map(FindingJson::line)
        .toList();
  }

  private static Path journal(Path session) {
    return new Workspace(session).journal(AgentId.LOG_WATCHER);
  }

  private SessionRecord record() throws IOException {
    Workspace workspace = new Workspace(folder.resolve("session"));
    try (OfflineSession session =
        new OfflineSession(
            workspace, VirtualClock.START, Duration.ofMinutes(10), new Secrets(), List.of())) {
      session.start(() -> new LogWatcher(Thresholds.DEFAULT, SERVICES));
      try (LineTap tap = new LineTap(workspace, session::now, session::publish)) {
        LineSource orders = tap.open("orders");
        LineSource mail = tap.open("mail");
        for (int second = 1; second < 600; second += 3) {
          session.advanceTo(VirtualClock.START.plusSeconds(second));
          say(orders, second % 60 == 1 ? "ERROR gateway: timed out after 3000 ms" : "handled");
          if (second == 61) {
            say(mail, "java.lang.IllegalStateException: no template");
            say(mail, "\tat shop.Mail.render(Mail.java:41)");
          }
          if (second == 121) {
            say(mail, "password=" + "tr0ub4dor-" + "and-3");
          }
        }
      }
      session.finish();
      session.complete();
    }
    Files.writeString(
        workspace.sessionEnv(),
        Files.readString(workspace.sessionEnv()) + "SERVICES=orders,mail\n");
    return SessionRecord.read(folder.resolve("session"));
  }

  private static void say(LineSource source, String line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    source.accept(bytes, 0, bytes.length);
  }
}
