package io.streamsmonitor.agents.logs;

import static io.streamsmonitor.testkit.FindingsAssert.assertThatFindings;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.logs.pattern.UserPattern;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors, crashes and what a line alone says of them. */
class FaultRulesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "log.out-of-memory      | MEMORY_LEAK | FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory",
        "log.out-of-memory      | MEMORY_LEAK | java.lang.OutOfMemoryError: Java heap space",
        "log.out-of-memory      | MEMORY_LEAK | OOMKilled",
        "log.out-of-memory      | MEMORY_LEAK | OOM command not allowed when used memory > 'maxmemory'.",
        "log.crash              | CRASH       | ERROR worker: process received SIGKILL",
        "log.crash              | CRASH       | ERROR worker: killed by SIGTERM",
        "log.crash              | CRASH       | FATAL worker: cannot go on",
        "log.crash              | CRASH       | UNHANDLED rejection of a promise",
        "log.crash              | CRASH       | UNCAUGHT exception in worker",
        "log.timeout            | TIMEOUT     | ERROR worker: connect ETIMEDOUT 10.0.0.1:5432",
        "log.timeout            | TIMEOUT     | WARN worker: payment timed out after 3000 ms",
        "log.connection-failure | ANOMALY     | ERROR worker: connect ECONNREFUSED 127.0.0.1:6379",
        "log.connection-failure | ANOMALY     | ERROR worker: read ECONNRESET",
        "log.runtime-error      | BUG         | ERROR worker: order 17 not stored",
        "log.runtime-error      | BUG         | EXCEPTION while storing order 17",
        "log.warning            | ANOMALY     | WARN worker: could not store order 17"
      })
  void firesByCategory(String rule, String category, String line) {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      fleet.says("orders", line);
      Finding finding = assertThatFindings(fleet.findings()).single(rule);
      assertThat(finding.category()).isEqualTo(category);
      assertThat(finding.evidence()).isEqualTo(line);
      assertThat(finding.text("pattern")).isEqualTo("one-off");
      assertThat(finding.text("hypothesis")).isNotBlank();
      assertThat(finding.text("recommendation")).isNotBlank();
      assertThat(fleet.findings()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INFO worker: 0 errors, no failures, failed=0",
        "INFO worker: heap usage 45% of 256 MB, headroom 140 MB",
        "INFO worker: received SIGTERM, shutting down gracefully",
        "DEBUG worker: timeout=3000 error=null",
        "WARN worker: cache at 80 %"
      })
  void staysSilentOnWordsThatMeanNoFault(String line) {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      fleet.says("orders", line);
      assertThatFindings(fleet.findings()).isEmpty();
    }
  }

  @Test
  void firesOnAStackInsideAJsonField() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      for (int i = 0; i < 3; i++) {
        fleet
            .json(
                "orders",
                "error",
                "order " + i + " failed",
                "stack_trace",
                "com.acme.StoreException: no\n\tat com.acme.Store.put(Store.java:17)\n"
                    + "Caused by: java.io.IOException: disk\n\tat com.acme.Disk.write(Disk.java:9)")
            .after(1_000);
      }
      Finding finding = assertThatFindings(fleet.findings()).single("log.stack-trace");
      assertThat(finding.occurrences()).isEqualTo(3);
      assertThat(finding.text("exceptionChain")).isEqualTo("StoreException <- IOException");
      assertThat(finding.text("ownFrame")).isEqualTo("com.acme.Disk.write(Disk.java:9)");
    }
  }

  @Test
  void firesOnAnEntryThatFailsAgainAndNamesItsId() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      for (int i = 0; i < 3; i++) {
        fleet
            .json("orders", "error", "cannot handle 1700000000000-7", "stream", "orders")
            .after(9_000);
      }
      Finding finding = assertThatFindings(fleet.findings()).single("log.entry-in-errors");
      assertThat(finding.text("streamId")).isEqualTo("1700000000000-7");
      assertThat(finding.stream()).isEqualTo("orders");
      assertThat(assertThatFindings(fleet.findings()).single("log.runtime-error").text("streamId"))
          .isEqualTo("1700000000000-7");
    }
  }

  @Test
  void staysSilentOnEntriesThatFailOnce() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      for (int i = 0; i < 5; i++) {
        fleet.json("orders", "error", "cannot handle 1700000000000-" + i).after(9_000);
      }
      assertThatFindings(fleet.findings()).hasNoOpen("log.entry-in-errors");
    }
  }

  @Test
  void firesWhenAProcessEndsByItself() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      fleet.json("orders", "info", "working").exits("orders", 137);
      Finding finding = assertThatFindings(fleet.findings()).single("log.process-ended");
      assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
      assertThat(finding.text("hypothesis")).contains("SIGKILL");
    }
  }

  @Test
  void firesOnThePatternsOfTheUser() {
    List<UserPattern> patterns =
        List.of(UserPattern.of("stock \\d+ oversold", "BUG", Severity.HIGH));
    try (WatchedFleet fleet = new WatchedFleet(folder, patterns, "orders")) {
      fleet.json("orders", "info", "stock 17 oversold").json("orders", "info", "stock 18 sold");
      Finding finding = assertThatFindings(fleet.findings()).single("log.user-pattern");
      assertThat(finding.category()).isEqualTo("BUG");
      assertThat(finding.severity()).isEqualTo(Severity.HIGH);
      assertThat(finding.evidence()).contains("stock 17 oversold");
    }
  }

  @Test
  void aUserPatternCannotStallTheWatcher() {
    List<UserPattern> patterns = List.of(UserPattern.of("(a+)+$", "BUG", Severity.LOW));
    try (WatchedFleet fleet = new WatchedFleet(folder, patterns, "orders")) {
      fleet.says("orders", "a".repeat(20_000) + "!");
      assertThatFindings(fleet.findings()).isEmpty();
    }
  }
}
