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
        .containsExactly("orders YES NOT_NEEDED", "payments YES NO", "mail NO NOT_NEEDED");
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
}
