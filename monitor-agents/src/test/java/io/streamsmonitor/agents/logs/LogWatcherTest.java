package io.streamsmonitor.agents.logs;

import static io.streamsmonitor.testkit.FindingsAssert.assertThatFindings;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.finding.Status;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogWatcherTest {
  @TempDir Path folder;

  @Test
  void aHealthyFleetSaysNothing() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders", "payments")) {
      fleet.json("orders", "info", "started", "event", "service.started");
      fleet.json("payments", "info", "started", "event", "service.started");
      for (int i = 0; i < 120; i++) {
        fleet.json("orders", "info", "published", "event", "redis.publish", "stream", "orders");
        fleet.json("payments", "info", "batch written, 0 errors", "error", "null");
        fleet.after(1_000);
      }
      assertThatFindings(fleet.findings()).isEmpty();
    }
  }

  @Test
  void anErrorIsAFindingWithinAMomentAndRepeatsAreCounted() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      String id = UUID.randomUUID().toString();
      fleet.json("orders", "error", "could not store order 17", "correlationId", id).after(40);
      Finding finding = assertThatFindings(fleet.harness().findings()).single("log.runtime-error");
      assertThat(finding.severity()).isEqualTo(Severity.HIGH);
      assertThat(finding.subject().correlationId()).isEqualTo(id);
      assertThat(finding.evidence()).contains("could not store order 17");
      assertThat(finding.evidenceRefs()).hasSize(1);
      for (int i = 18; i < 22; i++) {
        fleet.after(10_000).json("orders", "error", "could not store order " + i);
      }
      assertThat(assertThatFindings(fleet.findings()).single("log.runtime-error").occurrences())
          .isEqualTo(5);
    }
  }

  @Test
  void aStackTraceIsOneFindingWithItsHeaderAndItsCause() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      String[] trace = {
        "2026-01-02 03:04:05.123 ERROR [main] c.a.Orders - order 5 not stored",
        "java.lang.IllegalStateException: no such order",
        "\tat com.acme.Orders.load(Orders.java:88)",
        "\tat java.base/java.lang.Thread.run(Thread.java:840)",
        "Caused by: redis.clients.jedis.exceptions.JedisDataException: WRONGTYPE",
        "\tat redis.clients.jedis.Protocol.process(Protocol.java:96)",
        "\t... 17 more"
      };
      fleet.says("orders", trace);
      fleet.says("orders", "2026-01-02 03:04:05.200 INFO  [main] c.a.Orders - next");
      Finding finding = assertThatFindings(fleet.findings()).single("log.stack-trace");
      assertThat(finding.evidence()).isEqualTo(String.join("\n", trace));
      assertThat(finding.text("exceptionChain"))
          .isEqualTo("IllegalStateException <- JedisDataException");
      assertThat(finding.text("ownFrame")).isEqualTo("com.acme.Orders.load(Orders.java:88)");
      assertThat(fleet.findings()).hasSize(1);
    }
  }

  @Test
  void silenceOfAnActiveServiceIsFoundAndResolved() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders", "payments")) {
      for (int i = 0; i < 20; i++) {
        fleet.json("orders", "info", "working").json("payments", "info", "working").after(1_000);
      }
      fleet.works("payments", 32);
      assertThat(assertThatFindings(fleet.findings()).single("log.silent-service"))
          .returns("orders", Finding::service)
          .returns(Severity.HIGH, Finding::severity);
      fleet.json("orders", "info", "working");
      assertThat(assertThatFindings(fleet.findings()).single("log.silent-service").status())
          .isEqualTo(Status.RESOLVED);
    }
  }

  @Test
  void staysSilentOnAServiceThatSaidGoodbye() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders", "payments")) {
      for (int i = 0; i < 20; i++) {
        fleet.json("orders", "info", "working").json("payments", "info", "working").after(1_000);
      }
      fleet.json("orders", "info", "bye", "event", "service.shutdown").works("payments", 60);
      assertThatFindings(fleet.findings()).isEmpty();
    }
  }

  @Test
  void aSecretNeverReachesAFinding() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      String value = "Tr0ub4dor" + "-" + UUID.randomUUID();
      fleet.json("orders", "error", "login failed for bob with pass" + "word=" + value);
      assertThatFindings(fleet.findings()).hasRule("log.secret").hasRule("log.runtime-error");
      assertThat(fleet.findings().toString()).doesNotContain(value).contains("[REDACTED:password]");
    }
  }

  @Test
  void aStormIsTenFailuresWithinFiveSeconds() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      for (int i = 0; i < 12; i++) {
        fleet
            .json("orders", "warn", "retry " + i + ": connect ECONNREFUSED 127.0.0.1:6379")
            .after(100);
      }
      assertThatFindings(fleet.findings())
          .containsExactlyRules("log.connection-failure", "log.retry-storm");
    }
  }
}
