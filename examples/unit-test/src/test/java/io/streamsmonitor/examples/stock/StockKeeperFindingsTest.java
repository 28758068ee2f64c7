package io.streamsmonitor.examples.stock;

import static io.streamsmonitor.testkit.FindingsAssert.assertThatFindings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.logs.LogWatcher;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.core.rule.Thresholds;
import io.streamsmonitor.testkit.AgentHarness;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What would the monitor say of this service? The service runs as it is; what it prints goes
 * straight to the Log Watcher, and ten minutes pass in milliseconds.
 */
class StockKeeperFindingsTest {
  @TempDir Path folder;
  private AgentHarness harness;

  @BeforeEach
  void watch() {
    harness = AgentHarness.in(folder, Duration.ofMinutes(10), new Secrets());
    harness.start(() -> new LogWatcher(Thresholds.DEFAULT, List.of("stock")));
  }

  @AfterEach
  void close() {
    harness.close();
  }

  /** Reserves with the warehouse, hands every printed line to the watcher, lets time pass. */
  private void reserve(Warehouse warehouse, int orders, Duration pause) {
    for (int order = 0; order < orders; order++) {
      ByteArrayOutputStream printed = new ByteArrayOutputStream();
      new StockKeeper(warehouse, harness::now, new PrintStream(printed, true, UTF_8))
          .reserve("order-" + order, "desk", 1);
      printed.toString(UTF_8).lines().forEach(this::publish);
      harness.advance(pause);
    }
  }

  private void publish(String line) {
    harness.publish(
        new RawLine("stock", "logs/stock.log", 0, line.getBytes(UTF_8), harness.now(), false, 0));
  }

  @Test
  void steadyWorkIsNothingToTalkAbout() {
    reserve((article, pieces) -> {}, 100, Duration.ofSeconds(2));
    assertThatFindings(harness.findings()).isEmpty();
  }

  @Test
  void aWarehouseThatDoesNotAnswerIsOneTimeOutHoweverOftenItHappens() {
    Warehouse away =
        (article, pieces) -> {
          throw new SocketTimeoutException("Read timed out");
        };
    reserve(away, 3, Duration.ofSeconds(20));

    Finding timeout = assertThatFindings(harness.findings()).single("log.timeout");
    assertThat(timeout.occurrences()).isEqualTo(3);
    assertThat(timeout.subject().correlationId()).isEqualTo("order-0");
    assertThat(timeout.evidence()).contains("the warehouse did not answer");
  }

  @Test
  void retryingWithoutAPauseWouldBeReported() {
    Warehouse away =
        (article, pieces) -> {
          throw new SocketTimeoutException("Read timed out");
        };
    reserve(away, 40, Duration.ofMillis(50));
    assertThatFindings(harness.findings()).onService("stock").hasRule("log.retry-storm");
  }

  @Test
  void aPauseInWorkIsNoSilenceWhileTheServiceIsAskedForNothing() {
    reserve((article, pieces) -> {}, 3, Duration.ofMinutes(2));
    assertThatFindings(harness.findings()).hasNoneAtOrAbove(Severity.CRITICAL);
  }
}
