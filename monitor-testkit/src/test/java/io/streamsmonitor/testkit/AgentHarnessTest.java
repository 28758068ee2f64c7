package io.streamsmonitor.testkit;

import static io.streamsmonitor.testkit.FindingsAssert.assertThatFindings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamsmonitor.core.agent.Agent;
import io.streamsmonitor.core.agent.AgentContext;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.finding.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentHarnessTest {
  private static final RuleInfo TICKED =
      RuleInfo.of("test.ticked", "ANOMALY", Severity.HIGH, "ticked", "because", "nothing");

  @TempDir Path folder;

  private record Ping(String service) {}

  private static final class Ticker implements Agent {
    @Override
    public AgentId id() {
      return new AgentId("TICKER", "T");
    }

    @Override
    public void start(AgentContext context) {
      context.every(Duration.ofMinutes(3), "tick", () -> context.report(Draft.of(TICKED)));
      context.on(
          Ping.class,
          p -> context.report(Draft.of(TICKED).service(p.service()).severity(Severity.LOW)));
      context.every(
          Duration.ofMinutes(4),
          "fails",
          () -> {
            throw new IOException("no luck");
          });
    }
  }

  @Test
  void periodicDutiesRunOnTimeAndOnceMoreAtTheClose() throws IOException {
    try (AgentHarness harness = AgentHarness.in(folder, Duration.ofMinutes(10))) {
      harness.start(Ticker::new).publish(new Ping("orders")).finish();
      assertThat(assertThatFindings(harness.findings()).onService("orders").single("test.ticked"))
          .returns(Status.OPEN, f -> f.status())
          .returns("T-001", f -> f.findingId());
      assertThat(harness.findings()).hasSize(3);
      assertThat(harness.findings().get(1).occurrences()).isEqualTo(4);
      assertThatFindings(harness.findings()).hasRule("session.duty-failed");
      assertThat(Files.readAllLines(harness.workspace().heartbeats())).hasSize(5);
    }
  }

  @Test
  void aFailedAssertionShowsTheFindings() {
    try (AgentHarness harness = AgentHarness.in(folder, Duration.ofMinutes(10))) {
      harness.start(Ticker::new).publish(new Ping("orders"));
      assertThatThrownBy(() -> assertThatFindings(harness.findings()).isEmpty())
          .hasMessageContaining("T-001 LOW OPEN test.ticked");
      assertThatFindings(harness.findings()).hasNoneAtOrAbove(Severity.HIGH);
    }
  }
}
