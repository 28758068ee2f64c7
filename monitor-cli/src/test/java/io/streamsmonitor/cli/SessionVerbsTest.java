package io.streamsmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.EvidenceRef;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.journal.FindingDesk;
import io.streamsmonitor.core.journal.FindingFeed;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that work from a session folder, on folders whole and damaged. */
class SessionVerbsTest {
  private static final Instant START = Instant.parse("2026-11-23T20:00:00Z");
  private static final String PUBLISHED =
      "2026-11-23 20:00:01,002 INFO orders - published 1795464001000-0 correlationId=c0ffee01\n";
  private static final String RECEIVED =
      "2026-11-23 20:00:01,001 INFO mail - received 1795464001000-0 correlationId=c0ffee01\n";
  private static final String FAILED =
      "2026-11-23 20:00:02,000 ERROR mail - could not handle 1795464001000-0\n";

  @TempDir Path folder;
  private Path session;

  private record Said(int exitCode, String out, String err) {}

  private static Said run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream before = System.out;
    PrintStream beforeErr = System.err;
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      int code = Main.command().execute(args);
      return new Said(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
      System.setErr(beforeErr);
    }
  }

  private static void refused(Said said, String... words) {
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err().lines())
        .singleElement()
        .asString()
        .startsWith("monitor: ")
        .contains(words);
  }

  @BeforeEach
  void recorded() throws IOException {
    session = session("monitor-session", "orders,mail");
  }

  private Path session(String name, String services) throws IOException {
    Path root = folder.resolve(name);
    Workspace workspace = new Workspace(root);
    Files.createDirectories(root.resolve("logs"));
    Files.createDirectories(root.resolve("findings"));
    Files.createDirectories(root.resolve("streams"));
    Files.writeString(workspace.sessionId(), "20261123_200000\n");
    Files.writeString(
        workspace.sessionEnv(),
        "SESSION_ID=20261123_200000\nSTART=2026-11-23T20:00:00.000Z\n"
            + "DEADLINE=2026-11-23T20:01:00.000Z\nCOMPLETED=2026-11-23T20:01:01.000Z\n"
            + "END=COMPLETE\nSERVICES="
            + services
            + "\n");
    Files.writeString(workspace.log("orders"), PUBLISHED);
    Files.writeString(workspace.log("mail"), RECEIVED + FAILED);
    RuleInfo rule =
        RuleInfo.of("log.runtime-error", "BUG", Severity.HIGH, "A service logs an error", "", "");
    try (FindingDesk desk =
        new FindingDesk(
            AgentId.LOG_WATCHER,
            workspace.journal(AgentId.LOG_WATCHER),
            () -> START,
            Redactor.NONE,
            new FindingFeed())) {
      desk.accept(
          Draft.of(rule)
              .service("mail")
              .title("mail: could not handle 1795464001000-0")
              .evidence(FAILED.strip())
              .evidenceRef(
                  new EvidenceRef("logs/mail.log", RECEIVED.length(), FAILED.length() - 1)));
    }
    return root;
  }

  private String at(Path path) {
    return path.toString();
  }

  @Test
  void whatIsNoSessionIsOneLineOfEveryVerb() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    for (String verb : new String[] {"report", "verify", "replay"}) {
      refused(run(verb, at(folder.resolve("nowhere"))), "no folder", "nowhere", "monitor run");
      refused(run(verb, at(file)), "is a file, not a session folder", "SESSION_ID");
      refused(run(verb, at(empty)), "no session in", "empty");
      refused(run(verb, at(folder)), "did you mean", "monitor-session");
    }
    refused(run("trace", "c0ffee01", at(empty)), "no session in");
    refused(run("diff", at(session), at(file)), "is a file");
    refused(run("explain", "log.crash", at(empty)), "no session in");
  }

  @Test
  void aDamagedSessionIsReportedAsFarAsItGoes() throws IOException {
    byte[] noise = {(byte) 0xff, (byte) 0xfe, 0, '{', '\n', 'x', '\n'};
    for (String name :
        new String[] {
          "session.env",
          "health.jsonl",
          "streams/polls.jsonl",
          "streams/final_state.json",
          "streams/baseline.json",
          "findings/stream-analyst.jsonl"
        }) {
      Files.write(
          session.resolve(name), noise, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    Files.writeString(session.resolve("session.env"), "END=PERHAPS\n", StandardOpenOption.APPEND);

    Said said = run("report", at(session), "--format", "md,html,json,sarif,junit");

    assertThat(said.exitCode()).as(said.err()).isZero();
    assertThat(said.out().lines()).hasSize(5).allMatch(line -> Files.exists(Path.of(line)));
    assertThat(session.resolve("REPORT_20261123_200000.md")).content().contains("INCOMPLETE");
  }

  @Test
  void aQuoteThatWasTamperedWithIsNamedByFileAndLine() throws IOException {
    assertThat(run("verify", at(session)).out())
        .isEqualTo("1 of 1 quotes of 1 findings stand where they say\n");
    Files.writeString(session.resolve("logs/mail.log"), RECEIVED + FAILED.replace("not", "now"));

    Said said = run("verify", at(session));

    assertThat(said.exitCode()).isEqualTo(1);
    assertThat(said.out()).contains("LW-001: logs/mail.log:2 (byte ", "0 of 1 quotes");
  }

  @Test
  void aJournalThatCannotBeReadIsNamedByLine() throws IOException {
    Path journal = session.resolve("findings/log-watcher.jsonl");
    Files.writeString(journal, "{\"findingId\":", StandardOpenOption.APPEND);

    Said said = run("verify", "--json", at(session));

    assertThat(said.exitCode()).isEqualTo(1);
    JsonNode json = Json.MAPPER.readTree(said.out());
    assertThat(json.path("found").asInt()).isEqualTo(1);
    assertThat(json.path("mismatches").get(0).asText()).startsWith("findings/log-watcher.jsonl:2:");
  }

  @Test
  void aTraceFollowsAnIdThroughPlainLinesThatNameOnlyItsEntry() {
    Said said = run("trace", "c0ffee01", at(session));

    assertThat(said.exitCode()).isZero();
    assertThat(said.out())
        .containsSubsequence(
            "mail - received", "could not handle 1795464001000-0", "finding LW-001")
        .endsWith("c0ffee01: 3 events in 2 services, 0 flaws\n");
    assertThat(run("trace", "--mermaid", "c0ffee01", at(session)).out())
        .startsWith("sequenceDiagram\n");
  }

  @Test
  void anIdThatNothingNamesSuggestsOneThatIsNear() throws IOException {
    Said said = run("trace", "c0ffee02", at(session));
    assertThat(said.exitCode()).isEqualTo(1);
    assertThat(said.out()).contains("near it: c0ffee01");
    JsonNode json = Json.MAPPER.readTree(run("trace", "--json", "c0ffee02", at(session)).out());
    assertThat(json.path("near").get(0).asText()).isEqualTo("c0ffee01");
    assertThat(run("trace", "--mermaid", "c0ffee02", at(session)).out()).contains("participant");
  }

  @Test
  void whatIsNotWatchedAnyMoreIsUnseenAndNotFixed() throws IOException {
    Path now = session("now", "orders");
    Files.delete(now.resolve("findings/log-watcher.jsonl"));
    Files.delete(now.resolve("logs/mail.log"));

    Said said = run("diff", at(session), at(now));

    assertThat(said.exitCode()).as("nothing is new").isZero();
    assertThat(said.out())
        .contains("note   not watched now: mail", "unseen HIGH", "fixed 0", "unseen 1");
    Said back = run("diff", at(now), at(session));
    assertThat(back.exitCode()).isEqualTo(1);
    assertThat(back.out()).contains("new    HIGH");
    assertThat(run("diff", at(now), at(session), "--fail-on", "critical").exitCode()).isZero();
  }

  @Test
  void anExplanationFitsTheTerminalAndShowsWhereTheRuleFired() {
    Said said = run("explain", "LW-001", at(session));

    assertThat(said.exitCode()).isZero();
    assertThat(said.out().lines().limit(8)).allMatch(line -> line.length() <= 80);
    assertThat(said.out())
        .contains("log.runtime-error  HIGH  BUG", "  why ", "  fix ", "  no fault", "  example")
        .contains("  seen     LW-001 HIGH mail: could not handle");
  }

  @Test
  void aRuleThatIsNotThereSuggestsTheNearOnes() {
    Said said = run("explain", "consumer-lag", at(session));
    assertThat(said.exitCode()).isEqualTo(1);
    assertThat(said.err()).contains("did you mean stream.consumer-lag?");
    assertThat(run("explain", "stream.consumer-lagg").err()).contains("stream.consumer-lag?");
    assertThat(run("explain", "ZZ-900", at(session)).err()).contains("no finding \"ZZ-900\"");
  }
}
