package io.streamsmonitor.report.compare;

import static io.streamsmonitor.report.SampleSession.group;
import static io.streamsmonitor.report.SampleSession.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.report.Gate;
import io.streamsmonitor.report.SampleSession;
import io.streamsmonitor.report.SessionResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComparisonTest {
  @TempDir Path folder;

  private SessionResult session(String name, Draft... drafts) {
    SampleSession session = new SampleSession(folder.resolve(name));
    session.says(AgentId.LOG_WATCHER, 1, drafts);
    return session.result();
  }

  private static Draft draft(String service, Severity severity) {
    return Draft.of(SampleSession.rule("log.crash", "CRASH", severity, "A service crashed"))
        .service(service)
        .evidence("x");
  }

  @Test
  void tellsNewWorseStillAndFixed() {
    SessionResult before =
        session(
            "a",
            draft("orders", Severity.HIGH),
            draft("mail", Severity.HIGH),
            draft("audit", Severity.LOW));
    SessionResult now =
        session(
            "b",
            draft("orders", Severity.CRITICAL),
            draft("audit", Severity.LOW),
            draft("billing", Severity.MEDIUM));
    Comparison changes = Comparison.of(before, now);
    assertThat(changes.fresh()).extracting(f -> f.service()).containsExactly("billing");
    assertThat(changes.worse()).extracting(f -> f.service()).containsExactly("orders");
    assertThat(changes.still()).extracting(f -> f.service()).containsExactly("audit");
    assertThat(changes.fixed()).extracting(f -> f.service()).containsExactly("mail");
    assertThat(changes.clean()).isFalse();
    assertThat(Comparison.of(before, before).clean()).isTrue();
  }

  @Test
  void tellsWhichNumbersMoved() {
    SessionResult before =
        new SampleSession(folder.resolve("a"))
            .last(stream("orders", 900, group("pay", 2, 280, "0-0")))
            .poll(5, stream("orders", 100, group("pay", 2, 310, "0-0")))
            .result();
    SessionResult now =
        new SampleSession(folder.resolve("b"))
            .last(stream("orders", 900, group("pay", 2, 14, "0-0")), stream("mail", 1))
            .poll(5, stream("orders", 100, group("pay", 2, 20, "0-0")))
            .result();

    Comparison changes = Comparison.of(before, now);

    assertThat(changes.deltas())
        .extracting(d -> d.of() + " " + d.metric() + " " + d.change())
        .containsExactly(
            "group orders/pay lag 280 -> 14",
            "stream mail length none -> 1",
            "stream orders lag max 310 -> 20");
    assertThat(DiffJson.of(changes)).contains("\"metric\" : \"lag max\"");
    assertThat(Comparison.of(now, now).deltas()).isEmpty();
  }

  @Test
  void whatIsKnownPassesTheGateAndWhatIsNewDoesNot() throws IOException {
    SessionResult before = session("a", draft("orders", Severity.HIGH));
    Path file = folder.resolve(Baseline.FILE);
    Files.writeString(file, Baseline.of(before.session().findings()).text());
    Gate gate = new Gate(Severity.HIGH, true, Map.of(), false, Baseline.read(file).known());
    assertThat(gate.check(before).passed()).isTrue();
    SessionResult now = session("b", draft("orders", Severity.HIGH), draft("mail", Severity.HIGH));
    assertThat(gate.check(now).passed()).isFalse();
    assertThat(Baseline.read(file).pruned(session("c").session().findings()).known()).isEmpty();
  }

  @Test
  void aFileThatIsNoBaselineIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), "[1]");
    assertThatThrownBy(() -> Baseline.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("x.json is no baseline");
    assertThat(Baseline.read(folder.resolve("none.json")).known()).isEmpty();
  }
}
