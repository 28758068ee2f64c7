package io.streamsmonitor.agents.logs;

import static io.streamsmonitor.testkit.FindingsAssert.assertThatFindings;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Silence, storms, restarts, clocks: what only many lines together say. */
class BehaviourRulesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bye",
        "Shutting down",
        "server closed",
        "received SIGTERM, draining",
        "worker stopped"
      })
  void staysSilentOnAServiceThatSaidThatItGoes(String words) {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders", "payments")) {
      fleet.works("payments", 1);
      for (int i = 0; i < 20; i++) {
        fleet.json("orders", "info", "working").works("payments", 1);
      }
      fleet.json("orders", "info", words).works("payments", 60);
      assertThatFindings(fleet.findings()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 12, 20, 29, 45})
  void staysSilentOnAServiceThatIsQuietByNature(int seconds) {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders", "payments")) {
      for (int i = 0; i < 500; i++) {
        if (i % seconds == 0) {
          fleet.json("orders", "info", "looked for work");
        }
        fleet.works("payments", 1);
      }
      assertThatFindings(fleet.findings()).hasNoOpen("log.silent-service");
    }
  }

  @Test
  void firesThirtySecondsAfterTheLastLineAndNotBefore() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders", "payments")) {
      for (int i = 0; i < 20; i++) {
        fleet.json("orders", "info", "working").works("payments", 1);
      }
      fleet.works("payments", 28);
      assertThatFindings(fleet.harness().findings()).isEmpty();
      fleet.works("payments", 3);
      Finding finding = assertThatFindings(fleet.harness().findings()).single("log.silent-service");
      assertThat(finding.category()).isEqualTo("CRASH");
    }
  }

  @Test
  void staysSilentOnAServiceThatWasNeverActive() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders", "payments")) {
      fleet.json("orders", "info", "started").works("payments", 100);
      assertThatFindings(fleet.findings()).isEmpty();
    }
  }

  @Test
  void firesOnNoOutputAtAllWhileOthersAreActive() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders", "payments")) {
      fleet.works("payments", 40);
      Finding finding = assertThatFindings(fleet.findings()).single("log.no-output");
      assertThat(finding.category()).isEqualTo("ANOMALY");
      assertThat(finding.service()).isEqualTo("orders");
    }
  }

  @Test
  void staysSilentOnNoOutputWhileNobodyIsActive() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders", "payments")) {
      fleet.works("payments", 3).after(100_000);
      assertThatFindings(fleet.findings()).isEmpty();
    }
  }

  @Test
  void firesOnARetryThatIsToldCalmly() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      for (int i = 0; i < 15; i++) {
        fleet.json("orders", "info", "retrying connect to redis:6379, attempt " + i).after(200);
      }
      Finding finding = assertThatFindings(fleet.findings()).single("log.retry-storm");
      assertThat(finding.category()).isEqualTo("RETRY_STORM");
      assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
      assertThat(finding.text("pattern")).contains("within 5 s");
    }
  }

  @Test
  void staysSilentOnIdenticalLinesOfNormalWork() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      for (int i = 0; i < 300; i++) {
        fleet.json("orders", "info", "entry acknowledged").after(20);
      }
      assertThatFindings(fleet.findings()).isEmpty();
    }
  }

  @Test
  void staysSilentOnRetriesWithBackOff() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      for (int i = 0; i < 9; i++) {
        fleet.json("orders", "warn", "connect ECONNREFUSED 127.0.0.1:6379").after(100L << i);
      }
      assertThatFindings(fleet.findings()).containsExactlyRules("log.connection-failure");
    }
  }

  @Test
  void firesOnStartsThatComeAgain() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      for (int i = 0; i < 4; i++) {
        fleet.says("orders", "Server listening on port 3000").after(5_000);
      }
      Finding finding = assertThatFindings(fleet.findings()).single("log.restart-loop");
      assertThat(finding.occurrences()).isEqualTo(4);
    }
  }

  @Test
  void firesOnStartsInTheServicesOwnWordsAfterFailures() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "rating")) {
      for (int i = 0; i < 4; i++) {
        fleet.says("rating", "Started rating, pid 70" + i).after(2_000);
        fleet.json("rating", "fatal", "the score table is empty, terminating").after(2_000);
      }
      Finding finding = assertThatFindings(fleet.findings()).single("log.restart-loop");
      assertThat(finding.occurrences()).isEqualTo(4);
    }
  }

  @Test
  void staysSilentOnWorkThatStartsInTheServicesOwnWords() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "import")) {
      for (int i = 0; i < 6; i++) {
        fleet.says("import", "import started").after(5_000);
      }
      assertThatFindings(fleet.findings()).hasNoOpen("log.restart-loop");
    }
  }

  @Test
  void firesOnProcessesThatReplaceEachOther() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      for (int pid = 100; pid < 104; pid++) {
        for (int i = 0; i < 5; i++) {
          fleet.json("orders", "info", "working", "pid", String.valueOf(pid)).after(1_000);
        }
      }
      assertThatFindings(fleet.findings()).hasRule("log.restart-loop");
    }
  }

  @Test
  void staysSilentOnAClusterOfProcessesAndOnOneStart() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      fleet.says("orders", "Server listening on port 3000");
      for (int i = 0; i < 40; i++) {
        fleet.json("orders", "info", "working", "pid", String.valueOf(100 + i % 4)).after(500);
      }
      assertThatFindings(fleet.findings()).hasNoOpen("log.restart-loop");
    }
  }

  @Test
  void firesOnTimesThatGoBackWithTheAmount() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      fleet.json("orders", "info", "one");
      String earlier = Json.time(fleet.now().minus(Duration.ofSeconds(7)));
      fleet.says(
          "orders", "{\"level\":\"info\",\"timestamp\":\"" + earlier + "\",\"message\":\"two\"}");
      Finding finding = assertThatFindings(fleet.findings()).single("log.out-of-order");
      assertThat(finding.details()).containsEntry("backwardsMs", 7_000L);
      assertThat(finding.evidence()).contains("one").contains("two");
    }
  }

  @Test
  void staysSilentOnThreadsThatAreMillisecondsApart() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      for (int i = 0; i < 20; i++) {
        String at = Json.time(fleet.now().minus(Duration.ofMillis(i % 2 * 400L)));
        fleet.says("orders", "{\"level\":\"info\",\"timestamp\":\"" + at + "\",\"message\":\"x\"}");
        fleet.after(300);
      }
      assertThatFindings(fleet.findings()).isEmpty();
    }
  }

  @Test
  void firesOnAClockApartFromTheOthers() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders", "payments", "mail")) {
      for (int i = 0; i < 30; i++) {
        String at = Json.time(fleet.now().plus(Duration.ofSeconds(42)));
        fleet.says(
            "mail", "{\"level\":\"info\",\"timestamp\":\"" + at + "\",\"message\":\"sent\"}");
        fleet.json("orders", "info", "stored").json("payments", "info", "paid").after(1_000);
      }
      Finding finding = assertThatFindings(fleet.findings()).single("log.clock-drift");
      assertThat(finding.service()).isEqualTo("mail");
      assertThat((Long) finding.details().get("driftMs")).isBetween(41_900L, 42_100L);
    }
  }

  @Test
  void firesOnAWarningThatComesForTheFirstTimeLate() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      fleet.json("orders", "warn", "cache at 80 %").works("orders", 150);
      fleet.json("orders", "warn", "cache at 90 %");
      assertThatFindings(fleet.findings()).isEmpty();
      fleet.json("orders", "warn", "switched to the secondary warehouse");
      assertThatFindings(fleet.findings()).containsExactlyRules("log.new-pattern");
    }
  }

  @Test
  void firesOnNewWordsOfAServiceOfFewWords() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      fleet.works("orders", 150).json("orders", "info", "entering maintenance mode now");
      Finding finding = assertThatFindings(fleet.findings()).single("log.new-pattern");
      assertThat(finding.severity()).isEqualTo(Severity.INFO);
    }
  }

  @Test
  void firesWhenAWarningComesMuchMoreOften() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      for (int i = 0; i < 12; i++) {
        fleet.json("orders", "warn", "a cold cache for warehouse " + i).after(10_000);
      }
      assertThatFindings(fleet.findings()).isEmpty();
      for (int i = 0; i < 60; i++) {
        fleet.json("orders", "warn", "a cold cache for warehouse " + i).after(900);
      }
      Finding finding = assertThatFindings(fleet.findings()).single("log.rate-jump");
      assertThat(finding.text("pattern")).contains("a minute");
    }
  }

  @Test
  void theHeartbeatNamesWhoSpeaksAndWhoDoesNot() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders", "payments")) {
      fleet.json("payments", "info", "bye", "event", "service.shutdown");
      fleet.works("orders", 250);
      assertThat(fleet.heartbeats()).hasSize(2);
      assertThat(fleet.heartbeats().get(1).toString())
          .contains("\"type\":\"heartbeat\",\"agent\":\"LOG_WATCHER\",\"at\":\"")
          .contains("\"findingCount\":0")
          .contains("\"servicesActive\":[\"orders\"]")
          .contains("\"servicesSilent\":[\"payments\"]")
          .contains("\"linesProcessed\":2");
    }
  }
}
