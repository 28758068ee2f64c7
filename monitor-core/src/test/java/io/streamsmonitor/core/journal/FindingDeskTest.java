package io.streamsmonitor.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.clock.VirtualClock;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.finding.Status;
import io.streamsmonitor.core.redact.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingDeskTest {
  private static final RuleInfo RULE =
      RuleInfo.of("test.rule", "BUG", Severity.MEDIUM, "a title", "why", "fix");

  @TempDir Path folder;
  private final VirtualClock clock = new VirtualClock();
  private final FindingFeed feed = new FindingFeed();
  private Path journal;
  private FindingDesk desk;

  @BeforeEach
  void open() {
    journal = folder.resolve("findings.jsonl");
    Redactor redactor = text -> text.replace("hunter2", "****");
    desk = new FindingDesk(AgentId.LOG_WATCHER, journal, clock::now, redactor, feed);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Finding only() {
    assertThat(feed.all()).hasSize(1);
    return feed.all().get(0);
  }

  private long lines() throws IOException {
    return Files.readAllLines(journal).size();
  }

  @Test
  void repeatsOfOneSubjectAreOneFindingWithACount() throws IOException {
    for (int i = 0; i < 100; i++) {
      desk.accept(Draft.of(RULE).service("orders"));
      clock.advance(Duration.ofMillis(100));
    }
    assertThat(only()).returns(100L, Finding::occurrences).returns("LW-001", Finding::findingId);
    assertThat(lines()).isLessThanOrEqualTo(3);
    desk.flush();
    assertThat(FindingJournal.read(journal).findings()).containsExactly(only());
  }

  @Test
  void anotherSubjectIsAnotherFinding() {
    desk.accept(Draft.of(RULE).service("orders"));
    desk.accept(Draft.of(RULE).service("payments"));
    assertThat(feed.all()).extracting(Finding::findingId).containsExactly("LW-001", "LW-002");
  }

  @Test
  void aChangeOfSeverityIsWrittenAtOnce() throws IOException {
    desk.accept(Draft.of(RULE));
    desk.accept(Draft.of(RULE).severity(Severity.CRITICAL));
    assertThat(lines()).isEqualTo(2);
    assertThat(only()).returns(Status.UPDATED, Finding::status);
  }

  @Test
  void anEndKeepsWhatWasSeenAndSaysWhy() throws IOException {
    desk.accept(Draft.of(RULE).evidence("lag 400"));
    desk.accept(Draft.of(RULE).resolved("drained"));
    assertThat(only())
        .returns(Status.RESOLVED, Finding::status)
        .returns("lag 400", Finding::evidence)
        .returns("drained", Finding::resolution);
    desk.accept(Draft.of(RULE).evidence("lag 300"));
    assertThat(only()).returns(Status.UPDATED, Finding::status);
    assertThat(lines()).isEqualTo(3);
  }

  @Test
  void anEndOfWhatNeverBeganSaysNothing() throws IOException {
    desk.accept(Draft.of(RULE).resolved("drained"));
    assertThat(feed.all()).isEmpty();
    assertThat(lines()).isZero();
  }

  @Test
  void secretsLeaveEveryTextOfAFinding() throws IOException {
    desk.accept(
        Draft.of(RULE)
            .title("hunter2 here")
            .evidence("password hunter2")
            .detail("list", List.of("hunter2", Map.of("deep", "hunter2"))));
    desk.flush();
    assertThat(Files.readString(journal)).doesNotContain("hunter2").contains("****");
  }

  @Test
  void aTornLastLineIsCountedAndTheRestIsRead() throws IOException {
    desk.accept(Draft.of(RULE).service("a"));
    desk.accept(Draft.of(RULE).service("b"));
    Files.write(
        journal, "{\"agentId\":\"LOG".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    assertThat(FindingJournal.read(journal))
        .returns(1, FindingJournal::damaged)
        .satisfies(j -> assertThat(j.findings()).hasSize(2));
  }

  @Test
  void whatIsAcceptedBecomesInfoUntilItsDayAndUpToItsSeverity() {
    Acceptance known =
        new Acceptance(
            "test.*",
            null,
            "orders",
            "archived nightly",
            LocalDate.of(2026, 1, 2),
            Severity.MEDIUM);
    FindingDesk wise =
        new FindingDesk(
            new AgentId("OTHER", "O"),
            folder.resolve("other.jsonl"),
            clock::now,
            Redactor.NONE,
            feed,
            List.of(known));
    wise.accept(Draft.of(RULE).service("orders"));
    wise.accept(Draft.of(RULE).service("payments"));
    wise.accept(Draft.of(RULE).service("orders").qualifier("worse").severity(Severity.HIGH));
    clock.advance(Duration.ofDays(1));
    wise.accept(Draft.of(RULE).service("orders").qualifier("later"));
    wise.close();
    assertThat(feed.all())
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO, Severity.MEDIUM, Severity.HIGH, Severity.MEDIUM);
    assertThat(feed.all().get(0).text("suppressed")).isEqualTo("archived nightly");
  }
}
