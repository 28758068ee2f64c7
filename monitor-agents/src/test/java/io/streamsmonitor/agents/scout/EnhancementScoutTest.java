package io.streamsmonitor.agents.scout;

import static io.streamsmonitor.testkit.FindingsAssert.assertThatFindings;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.source.ConfigValues;
import io.streamsmonitor.agents.source.scan.SharedScan;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.testkit.AgentHarness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnhancementScoutTest {
  @TempDir Path folder;
  @TempDir Path session;

  private SharedScan scan() {
    CodeSample sample =
        CodeSample.in(folder)
            .jedis(
                "Publisher",
                "void add() { jedis.xadd(\"orders\", Map.of(\"id\", \"1\"), XAddParams.xAddParams()); }");
    return new SharedScan(sample.scope(), () -> ConfigValues.NONE);
  }

  @Test
  void judgesTheCodeWhenTheSessionStarts() throws IOException {
    SharedScan scan = scan();
    try (AgentHarness harness = AgentHarness.in(session, Duration.ofMinutes(10))) {
      harness.start(() -> new EnhancementScout(scan, Synthesis.NONE));

      Finding finding = assertThatFindings(harness.findings()).single("code.xadd-without-maxlen");
      assertThat(finding.findingId()).startsWith("ES-");
      assertThat(finding.stream()).isEqualTo("orders");
      assertThat(finding.texts("affectedStreams")).containsExactly("orders");
      assertThat(finding.text("codeSnippetBefore")).contains("jedis.xadd(\"orders\"");
      assertThat(finding.text("codeSnippetAfter")).contains("maxLen(");
      String checks = Files.readString(harness.workspace().staticChecks(), StandardCharsets.UTF_8);
      assertThat(checks)
          .startsWith("=== XADD without MAXLEN ===\nsrc/main/java/shop/Publisher.java:");
      assertThat(checks.lines().filter(l -> l.startsWith("=== "))).hasSizeGreaterThanOrEqualTo(12);
      assertThat(harness.workspace().config("facts.json")).content().contains("\"orders\"");
    }
  }

  @Test
  void looksForSynthesisFromHalfTimeOnAndWhenTheWindowCloses() {
    SharedScan scan = scan();
    List<Instant> looks = new ArrayList<>();
    try (AgentHarness harness = AgentHarness.in(session, Duration.ofMinutes(10))) {
      Instant start = harness.now();
      harness.start(() -> new EnhancementScout(scan, context -> looks.add(context.now())));
      harness.advance(Duration.ofMinutes(5).minusSeconds(1));
      assertThat(looks).isEmpty();
      harness.finish();

      assertThat(looks.get(0)).isEqualTo(start.plusSeconds(300));
      assertThat(looks.get(1)).isEqualTo(start.plusSeconds(360));
      assertThat(looks.get(looks.size() - 1)).isAfterOrEqualTo(start.plusSeconds(600));
    }
  }

  @Test
  void scansOnceForEverybody() {
    SharedScan scan = scan();

    assertThat(scan.result(() -> {})).isSameAs(scan.result(() -> {}));
  }
}
