package io.streamsmonitor.report.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.EvidenceRef;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.report.SampleSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerificationTest {
  private static final String LINE = "ERROR db: login with password=[REDACTED:password] refused";
  @TempDir Path folder;
  private Path log;

  @BeforeEach
  void write() throws IOException {
    SampleSession session = new SampleSession(folder);
    log = folder.resolve("logs/orders.log");
    Files.createDirectories(folder.resolve("logs"));
    Files.writeString(log, "ready\nERROR db: login with password=opensesame1 refused\n");
    session.says(
        AgentId.LOG_WATCHER,
        1,
        Draft.of(SampleSession.rule("log.error", "BUG", Severity.HIGH, "orders fails"))
            .service("orders")
            .evidence(LINE)
            .evidenceRef(new EvidenceRef("logs/orders.log", 6, 50)));
    session.result();
  }

  private Verification verify() throws IOException {
    return Verification.of(SessionRecord.read(folder));
  }

  @Test
  void aQuoteIsFoundAroundWhatWasRedacted() throws IOException {
    assertThat(verify().quotes()).isEqualTo(1);
    assertThat(verify().mismatches()).isEmpty();
  }

  @Test
  void aChangedLogIsNoticed() throws IOException {
    Files.writeString(log, "ready\nERROR db: login with password=opensesame1 granted\n");
    assertThat(verify().mismatches()).singleElement().asString().contains("LW-001", "refused");
  }

  @Test
  void aShorterLogAndAMissingOneAreNoticed() throws IOException {
    Files.writeString(log, "ready\n");
    assertThat(verify().mismatches()).singleElement().asString().contains("the file has 6");
    Files.delete(log);
    assertThat(verify().mismatches()).singleElement().asString().contains("no such file");
  }
}
