package io.streamsmonitor.examples.customagent;

import static io.streamsmonitor.testkit.FindingsAssert.assertThatFindings;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.testkit.AgentHarness;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutWatcherTest {
  @TempDir Path folder;

  private static RawLine line(AgentHarness harness, String text) {
    return new RawLine("shop", "logs/shop.log", 0, text.getBytes(UTF_8), harness.now(), false, 0);
  }

  @Test
  void firesWhenCheckoutsStop() {
    try (AgentHarness harness = AgentHarness.in(folder, Duration.ofMinutes(10))) {
      harness.start(CheckoutWatcher::new);
      harness.publish(line(harness, "checkout done")).advance(Duration.ofMinutes(2));
      assertThatFindings(harness.findings()).containsExactlyRules("shop.checkouts-stopped");
      harness.publish(line(harness, "checkout done")).advance(Duration.ofMinutes(1));
      assertThatFindings(harness.findings()).hasNoneAtOrAbove(Severity.INFO);
    }
  }

  @Test
  void staysSilentInAShopThatNeverSold() {
    try (AgentHarness harness = AgentHarness.in(folder, Duration.ofMinutes(10))) {
      harness.start(CheckoutWatcher::new).finish();
      assertThatFindings(harness.findings()).isEmpty();
    }
  }
}
