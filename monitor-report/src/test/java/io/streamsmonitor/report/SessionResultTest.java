package io.streamsmonitor.report;

import static io.streamsmonitor.report.SampleSession.group;
import static io.streamsmonitor.report.SampleSession.rule;
import static io.streamsmonitor.report.SampleSession.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionResultTest {
  private static final RuleInfo GAP =
      rule("session.agent-lost", "COVERAGE_GAP", Severity.MEDIUM, "An agent was lost");

  @TempDir Path folder;

  @Test
  void isGreenWithoutFindings() {
    SessionResult result = new SampleSession(folder).result();

    assertThat(result.verdict()).isEqualTo(Verdict.HEALTHY);
    assertThat(result.score().value()).isEqualTo(100);
  }

  @Test
  void isYellowWhenAWholeAgentWentUnseen() {
    SessionResult result =
        new SampleSession(folder).says(AgentId.ORCHESTRATOR, 1, Draft.of(GAP)).result();

    assertThat(result.verdict()).isEqualTo(Verdict.DEGRADED);
  }

  @Test
  void isGreenWhenOneStreamCouldNotBeLookedAt() {
    SessionResult result =
        new SampleSession(folder)
            .says(AgentId.STREAM_ANALYST, 1, Draft.of(GAP).stream("orders"))
            .result();

    assertThat(result.verdict()).isEqualTo(Verdict.HEALTHY);
  }

  @Test
  void countsResolvedFindingsInARowOfTheirOwn() {
    Draft crash = Draft.of(rule("log.crash", "CRASH", Severity.CRITICAL, "Crash"));
    SessionResult result =
        new SampleSession(folder)
            .says(
                AgentId.LOG_WATCHER,
                1,
                crash,
                Draft.of(rule("log.crash", "CRASH", Severity.CRITICAL, "Crash")).resolved("back"))
            .result();

    assertThat(result.verdict()).isEqualTo(Verdict.HEALTHY);
    assertThat(result.counts().of(Severity.CRITICAL)).isZero();
    assertThat(result.counts().resolved()).isEqualTo(1);
  }

  @Test
  void tiesACauseToItsFindingsAndLeavesTheRestVisible() {
    SessionResult result = SampleSession.sick(folder).result();

    assertThat(result.causes()).singleElement().satisfies(c -> assertThat(c.members()).hasSize(2));
    assertThat(result.unexplained())
        .extracting(Finding::findingId)
        .containsExactly("CA-001", "RSA-002");
  }

  @Test
  void flagsWhatGotWorseSinceTheBaselineWithItsNumbers() {
    SessionResult result = SampleSession.sick(folder).result();

    assertThat(result.streams().get(1).degraded())
        .containsExactly("pending 0 → 1", "lag 0 → 280", "oldest pending none → 41 s");
  }

  @Test
  void takesSmallRisesOfAHealthyStreamForNoise() {
    SessionResult result =
        new SampleSession(folder)
            .baseline(stream("orders", 1, group("pay", 1, 0, "1-0")))
            .last(stream("orders", 90, group("pay", 1, 9, "1-0")))
            .result();

    assertThat(result.streams().get(0).degraded()).isEmpty();
  }

  @Test
  void saysThatAStreamIsGone() {
    SessionResult result =
        new SampleSession(folder)
            .baseline(stream("orders", 1), stream("old", 1))
            .last(stream("orders", 1))
            .result();

    assertThat(result.streams())
        .filteredOn(row -> !row.seen())
        .extracting(StreamRow::name)
        .containsExactly("old");
  }

  @Test
  void checksEveryRequirementOfSectionSevenServiceByService() {
    SessionResult result = SampleSession.sick(folder).result();

    assertThat(result.checks())
        .extracting(c -> c.service() + " " + c.of(Requirement.A) + " " + c.of(Requirement.D))
        .containsExactly("orders YES NOT_NEEDED", "payments YES NO", "mail NO NO_DATA");
    assertThat(result.checks().get(2).places().get(Requirement.B))
        .containsExactly("mail/src/Mail.java:12");
  }

  @Test
  void callsAServiceWithoutALogUnknownAndNotLacking() {
    SessionResult result = new SampleSession(folder).result();

    assertThat(result.checks())
        .allSatisfy(c -> assertThat(c.of(Requirement.B)).isEqualTo(Seen.NO_DATA));
    assertThat(result.gaps()).extracting(Gap::what).contains("Service mail was not heard");
  }

  @Test
  void readsAFolderWithTornLinesAndSaysSo() {
    SampleSession session = SampleSession.sick(folder);
    session.append(folder.resolve("streams/polls.jsonl"), "{\"at\":\"2026-11-2");
    session.append(folder.resolve("findings/log-watcher.jsonl"), "{\"agentId\":");

    assertThat(session.result().gaps())
        .extracting(Gap::what)
        .contains("2 damaged lines in the session's own files");
  }

  /** A reader can do the sum: two CRITICAL, one HIGH, two MEDIUM and a LOW beside the synthesis. */
  @Test
  void scoresByASumThatAnybodyCanFollow() {
    SessionResult result = SampleSession.sick(folder).result();

    assertThat(Score.calculation(result.open()))
        .isEqualTo("100 × 0.8^3 × 0.92^1 × 0.98^2 × 0.995^1 = 45.01");
    assertThat(result.score().value()).isEqualTo(45);
    assertThat(Score.calculation(List.of())).isEqualTo("100 = 100.00");
  }

  @Test
  void knowsWhatAServiceConsumesWithoutLifecycleLines() {
    SampleSession session = new SampleSession(folder);
    session.append(
        folder.resolve("config/wiring.json"), "{\"readers\":{\"orders\":[\"payments\",\"mail\"]}}");
    session.log("payments", "2026-11-23 20:00:01 INFO up");
    session.log("orders", "2026-11-23 20:00:01 INFO up");

    assertThat(session.result().checks())
        .extracting(c -> c.service() + " " + c.of(Requirement.D))
        .containsExactly("orders NO_DATA", "payments NO", "mail NO_DATA");
  }

  @Test
  void seesByTheEntriesThemselvesWhichIdsAreMissing() {
    SampleSession session = new SampleSession(folder);
    session.append(folder.resolve("config/wiring.json"), "{\"writers\":{\"bills\":[\"orders\"]}}");
    session.last(SampleSession.entries("bills", "correlationId", "amount"));
    session.log("orders", "2026-11-23 20:00:01 INFO wrote a bill, correlationId=c-17");

    ServiceCheck orders = session.result().checks().get(0);
    assertThat(orders.of(Requirement.A)).isEqualTo(Seen.PARTLY);
    assertThat(orders.detail().get(Requirement.A))
        .isEqualTo(
            "1 of 1 lines name a correlation id; entries of `bills` lack traceId, spanId,"
                + " originService, publishedAt, schemaVersion");
  }

  @Test
  void callsAnEmptyRedisEmptyAndAnUnreadOneUnknown() {
    SampleSession empty = new SampleSession(folder.resolve("empty")).poll(0).poll(15);
    assertThat(empty.result().streamsKnown()).isTrue();
    assertThat(empty.result().unacked()).isZero();
    assertThat(empty.result().gaps()).extracting(Gap::what).noneMatch(w -> w.startsWith("Streams"));

    SampleSession unread = new SampleSession(folder.resolve("unread"));
    unread.append(
        folder.resolve("unread/streams/polls.jsonl"),
        "{\"at\":\"2026-11-23T20:00:00Z\",\"streams\":[],\"gaps\":[\"XINFO is not permitted\"]}\n");
    assertThat(unread.result().streamsKnown()).isFalse();
    assertThat(unread.result().unacked()).isNull();
  }

  @Test
  void putsFirstWhatBlindsTheNextSession() {
    SessionResult result =
        new SampleSession(folder)
            .says(
                AgentId.STREAM_ANALYST,
                1,
                Draft.of(rule("stream.not-seen", "COVERAGE_GAP", Severity.MEDIUM, "gap"))
                    .title("Not seen: XINFO is not permitted: grant +xinfo")
                    .evidence("XINFO is not permitted: grant +xinfo"))
            .result();

    assertThat(result.improvements().get(0))
        .returns("P0", Improvement::priority)
        .returns("Grant +xinfo to the Redis user of the monitor", Improvement::change)
        .returns("RSA-001: XINFO is not permitted: grant +xinfo", Improvement::closes);
  }
}
