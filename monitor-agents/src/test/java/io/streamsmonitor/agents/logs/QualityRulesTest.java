package io.streamsmonitor.agents.logs;

import static io.streamsmonitor.testkit.FindingsAssert.assertThatFindings;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets, levels, formats: what is wrong with the log itself. */
class QualityRulesTest {
  @TempDir Path folder;

  @Test
  void firesOnASecretOfAnyDialectWithoutEverShowingIt() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      String value = "gh" + "p_" + letters(36);
      fleet.says("orders", "using " + value, "level=info token=" + value + " msg=x");
      fleet.json("orders", "error", "login failed with " + value);
      fleet.says("orders", "Error: " + value, "    at run (/app/x.js:1:2) " + value);
      assertThatFindings(fleet.findings()).hasRule("log.secret");
      Finding finding = fleet.findings().get(0);
      assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
      assertThat(fleet.findings().toString()).doesNotContain(value.substring(4, 30));
    }
  }

  @Test
  void aPrivateKeyOfManyLinesLeavesNoTrace() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      String body = letters(64);
      fleet.says("orders", "-----BEGIN RSA PRI" + "VATE KEY-----", body, body);
      fleet.says("orders", "-----END RSA PRI" + "VATE KEY-----", "ERROR " + "cannot sign");
      assertThatFindings(fleet.findings()).hasRule("log.secret").hasRule("log.runtime-error");
      assertThat(fleet.findings().toString()).doesNotContain(body);
    }
  }

  @Test
  void aSecretInColoursIsHiddenAsWell() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      String half = letters(18);
      fleet.says("orders", "ERROR cannot use gh" + "p_" + half + "\u001b[31m" + half + "\u001b[0m");
      assertThatFindings(fleet.findings()).hasRule("log.secret").hasRule("log.runtime-error");
      assertThat(fleet.findings().toString()).doesNotContain(half);
    }
  }

  private static String letters(int length) {
    Random random = new Random(length);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.append((char) ('a' + random.nextInt(26)));
    }
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "validation error: email is invalid",
        "ValidationException: amount must be positive",
        "bad request: missing required field orderId"
      })
  void firesOnARefusalAtFatal(String message) {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      fleet.says("orders", "2026-01-02 03:04:05.123 FATAL [main] c.a.Orders - " + message);
      assertThatFindings(fleet.findings()).hasRule("log.overstated").hasNoOpen("log.crash");
    }
  }

  @Test
  void staysSilentOnARealFatal() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      fleet.says("orders", "FATAL worker: cannot bind port 8080");
      assertThatFindings(fleet.findings()).containsExactlyRules("log.crash");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Failed to publish order 17",
        "unable to reach payments",
        "cannot connect to payments"
      })
  void firesOnAFailureAtInfo(String message) {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      fleet.json("orders", "info", message);
      assertThat(fleet.findings()).hasSize(1);
      assertThat(fleet.findings().get(0).ruleId()).isEqualTo("log.understated");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 failed to publish", "recovered from failed publish", "no failure"})
  void staysSilentOnWordsOfFailureThatMeanNone(String message) {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      fleet.json("orders", "info", message);
      assertThatFindings(fleet.findings()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "responding to client with 500: NullPointer at com.acme.Orders.load(Orders.java:17)",
        "sent to user: cannot open /srv/app/config/db.yml",
        "returned body to caller: File \"/app/orders.py\", line 17, in load"
      })
  void firesOnInternalsShownToUsers(String message) {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      fleet.json("orders", "warn", message);
      Finding finding = assertThatFindings(fleet.findings()).single("log.internal-details");
      assertThat(finding.category()).isEqualTo("SECURITY");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "responded to client with 200 for /api/home/start",
        "config read from /etc/orders/orders.yml",
        "sent to user: your order could not be stored, reference 17"
      })
  void staysSilentOnInternalsThatStayInside(String message) {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders")) {
      fleet.json("orders", "info", message);
      assertThatFindings(fleet.findings()).hasNoOpen("log.internal-details");
    }
  }

  @Test
  void firesOnFormatsThatDifferBetweenServicesAndWithinOne() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders", "payments", "mail")) {
      for (int i = 0; i < 20; i++) {
        fleet.json("orders", "info", "x").json("payments", "info", "y");
        fleet.says("mail", "2026-01-02 03:04:05.123 INFO  [main] c.a.Mail - sent " + i);
        if (i % 4 == 0) {
          fleet.says("orders", "printed order " + i);
        }
        fleet.after(500);
      }
      Finding between = assertThatFindings(fleet.findings()).single("log.formats-differ");
      assertThat(between.category()).isEqualTo("DOC_DRIFT");
      assertThat(between.service()).isEqualTo("mail");
      Finding within = assertThatFindings(fleet.findings()).single("log.mixed-formats");
      assertThat(within.service()).isEqualTo("orders");
      assertThat(within.title()).isEqualTo("orders writes both JSON and plain text, about 20 %");
      assertThat(within.text("formats")).isEqualTo("JSON 80 %, plain text 20 %");
    }
  }

  @Test
  void staysSilentOnWhatARuntimePrints() {
    try (WatchedFleet fleet = new WatchedFleet(folder, "orders", "payments")) {
      fleet.says("orders", "> orders@1.0.0 start", "> node index.js", "Debugger attached.");
      for (int i = 0; i < 20; i++) {
        fleet.json("orders", "info", "x").json("payments", "info", "y").after(500);
      }
      assertThatFindings(fleet.findings()).isEmpty();
    }
  }
}
