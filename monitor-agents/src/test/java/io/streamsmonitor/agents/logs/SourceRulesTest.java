package io.streamsmonitor.agents.logs;

import static io.streamsmonitor.testkit.FindingsAssert.assertThatFindings;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.logs.follow.LogGap;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.model.ServiceExit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules say of where lines come from: their sources, their lengths, their clocks. */
class SourceRulesTest {
  @TempDir Path folder;

  private static void line(WatchedFleet fleet, int source, long cut, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    fleet
        .harness()
        .publish(
            new RawLine("orders", "logs/orders.log", 0, bytes, fleet.now(), false, cut, 0, source));
  }

  @Test
  void firesOnLinesThatWereCut() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      line(fleet, 0, 2_000_000, "{\"level\":\"info\",\"message\":\"dump ");
      Finding finding = assertThatFindings(fleet.findings()).single("log.lines-cut");
      assertThat(finding.evidence()).contains("2000000 bytes of 1 lines");
    }
  }

  @Test
  void staysSilentOnLinesThatAreWhole() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      line(fleet, 0, 0, "{\"level\":\"info\",\"message\":\"dump of " + "x".repeat(60_000) + "\"}");
      assertThatFindings(fleet.findings()).isEmpty();
    }
  }

  @Test
  void firesOnALogThatWasTruncated() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      fleet
          .harness()
          .publish(new LogGap("orders", "logs/o.log", 4_711, "was truncated", fleet.now()));
      Finding finding = assertThatFindings(fleet.findings()).single("log.lines-missed");
      assertThat(finding.title()).contains("orders", "logs/o.log");
    }
  }

  @Test
  void staysSilentOnALogThatWasReadToItsEnd() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      fleet.works("orders", 5);
      assertThatFindings(fleet.findings()).isEmpty();
    }
  }

  @Test
  void staysSilentOnAProcessThatWasStopped() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      fleet.works("orders", 2);
      fleet.harness().publish(new ServiceExit("orders", 4711, 143, fleet.now(), true));
      assertThatFindings(fleet.findings()).isEmpty();
    }
  }

  @Test
  void staysSilentOnClocksAFewMillisecondsApart() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders", "payments", "stock")) {
      for (int i = 0; i < 40; i++) {
        fleet.json("orders", "info", "stored " + i).after(150);
        fleet.json("payments", "info", "charged " + i).after(150);
        fleet.json("stock", "info", "reserved " + i).after(700);
      }
      assertThatFindings(fleet.findings()).isEmpty();
    }
  }

  @Test
  void staysSilentOnAWarningThatComesAsOftenAsBefore() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      for (int i = 0; i < 60; i++) {
        fleet.json("orders", "warn", "a cold cache for warehouse " + i).after(4_000);
      }
      assertThatFindings(fleet.findings()).isEmpty();
    }
  }

  @Test
  void aTraceOfOneSourceDoesNotTakeTheLinesOfAnother() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      line(fleet, 1, 0, "java.lang.IllegalStateException: no stock");
      line(fleet, 2, 0, "ERROR worker: order 17 not stored");
      line(fleet, 1, 0, "\tat c.acme.Stock.take(Stock.java:17)");
      line(fleet, 2, 0, "ERROR worker: order 18 refused by the bank");
      line(fleet, 1, 0, "\tat c.acme.Orders.store(Orders.java:40)");
      assertThat(
              fleet.findings().stream()
                  .filter(f -> f.ruleId().equals("log.stack-trace"))
                  .map(Finding::evidence))
          .singleElement()
          .asString()
          .contains("Stock.java:17", "Orders.java:40")
          .doesNotContain("order 17");
    }
  }

  @Test
  void aKeyInOneSourceHidesNothingOfAnother() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      line(fleet, 1, 0, "-----BEGIN " + "RSA PRIVATE KEY-----");
      line(fleet, 2, 0, "ERROR worker: order 17 not stored");
      line(fleet, 1, 0, "MIIEpAIBAAKCAQEA75");
      line(fleet, 1, 0, "-----END " + "RSA PRIVATE KEY-----");
      assertThatFindings(fleet.findings()).containsExactlyRules("log.secret", "log.runtime-error");
      assertThat(fleet.findings())
          .filteredOn(f -> f.ruleId().equals("log.secret"))
          .allSatisfy(f -> assertThat(f.severity()).isLessThanOrEqualTo(Severity.HIGH));
    }
  }
}
