package io.streamsmonitor.agents.config;

import static io.streamsmonitor.testkit.FindingsAssert.assertThatFindings;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.finding.Status;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.workspace.Workspace;
import io.streamsmonitor.testkit.AgentHarness;
import io.streamsmonitor.testkit.ScriptedRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigAuditorTest {
  private static final Duration WINDOW = Duration.ofMinutes(10);

  @TempDir Path base;
  @TempDir Path session;
  private FleetFixture fleet;
  private final List<StreamSnapshot> later = new ArrayList<>();

  @BeforeEach
  void healthy() {
    fleet = FleetFixture.healthy(base);
  }

  private AgentHarness run(AgentHarness harness, ScriptedRedis redis) throws IOException {
    Files.writeString(harness.workspace().discoveredStreams(), "orders\n");
    return harness.start(
        () -> new ConfigAuditor(fleet::config, fleet::facts, redis::connect, fleet.launch()));
  }

  private ScriptedRedis redis(AgentHarness harness) {
    return new ScriptedRedis(
        harness::now,
        now -> {
          List<StreamSnapshot> all = new ArrayList<>(fleet.redis());
          all.addAll(later);
          return all;
        });
  }

  @Test
  void saysNothingOfAHealthyFleetAndWritesEveryFile() throws IOException {
    try (AgentHarness harness = AgentHarness.in(session, WINDOW)) {
      run(harness, redis(harness)).finish();
      assertThatFindings(harness.findings()).isEmpty();
      Workspace workspace = harness.workspace();
      assertThat(workspace.config("config_files.txt"))
          .hasContent("billing/config/application.yml\norders/config/application.yml");
      assertThat(workspace.config("code_stream_names.txt")).hasContent("orders");
      assertThat(workspace.config("doc_stream_names.txt")).hasContent("orders");
      assertThat(workspace.config("code_group_names.txt")).hasContent("billing");
      assertThat(workspace.config("redis_group_names.txt")).hasContent("billing");
      assertThat(workspace.config("drift_analysis.txt"))
          .content()
          .contains("=== Streams in code but NOT in docs ===");
      assertThat(workspace.config("runtime_groups.txt"))
          .content()
          .contains("stream orders", "group billing");
      assertThat(workspace.halfTimeStreams()).hasContent("orders");
      assertThat(workspace.newStreams()).isEmptyFile();
    }
  }

  @Test
  void judgesGroupsAtHalfTimeAndTakesBackWhatIsMendedAtTheClose() throws IOException {
    fleet.stream("orders");
    try (AgentHarness harness = AgentHarness.in(session, WINDOW)) {
      run(harness, redis(harness));
      assertThatFindings(harness.findings()).hasNoneAtOrAbove(Severity.MEDIUM);
      harness.advance(Duration.ofMinutes(5));
      Finding missing = assertThatFindings(harness.findings()).single("config.group-not-in-redis");
      assertThat(missing.severity()).isEqualTo(Severity.CRITICAL);
      assertThat(missing.group()).isEqualTo("billing");
      fleet.stream("orders", "billing");
      harness.finish();
      Finding mended = assertThatFindings(harness.findings()).single("config.group-not-in-redis");
      assertThat(mended.status()).isEqualTo(Status.RESOLVED);
    }
  }

  @Test
  void seesStreamsThatAppearAfterTheBaseline() throws IOException {
    try (AgentHarness harness = AgentHarness.in(session, WINDOW)) {
      run(harness, redis(harness));
      later.add(FleetFixture.snapshot("tmp-labels"));
      harness.advance(Duration.ofMinutes(5));
      Finding rogue = assertThatFindings(harness.findings()).single("config.rogue-stream");
      assertThat(rogue.severity()).isEqualTo(Severity.HIGH);
      assertThat(harness.workspace().newStreams()).hasContent("> tmp-labels");
      later.add(FleetFixture.snapshot("late"));
      harness.finish();
      assertThatFindings(harness.findings()).onStream("late").hasRule("config.rogue-stream");
      assertThatFindings(harness.findings())
          .onStream("tmp-labels")
          .open()
          .hasRule("config.rogue-stream");
    }
  }

  @Test
  void readsDeclarationsOnceMoreAtTheClose() throws IOException {
    try (AgentHarness harness = AgentHarness.in(session, WINDOW)) {
      run(harness, redis(harness));
      fleet.file("billing/config/application.yml", "server.port: 8081");
      harness.advance(Duration.ofMinutes(6));
      assertThatFindings(harness.findings()).isEmpty();
      harness.finish();
      assertThatFindings(harness.findings()).hasRule("config.port-conflict");
    }
  }

  @Test
  void goesOnWithoutRedisAndSaysSoOnce() throws IOException {
    fleet.reads("billing", "orders", "billing-v2");
    try (AgentHarness harness = AgentHarness.in(session, WINDOW)) {
      ScriptedRedis redis = redis(harness);
      redis.away(true);
      run(harness, redis).finish();
      assertThatFindings(harness.findings())
          .containsExactlyRules("config.redis-unseen", "config.group-drift");
    }
  }

  @Test
  void doesNotTakeBackWhatItCannotSeeAnyMore() throws IOException {
    fleet.stream("orders");
    try (AgentHarness harness = AgentHarness.in(session, WINDOW)) {
      ScriptedRedis redis = redis(harness);
      run(harness, redis).advance(Duration.ofMinutes(5));
      redis.away(true);
      harness.finish();
      assertThatFindings(harness.findings()).open().hasRule("config.group-not-in-redis");
    }
  }

  @Test
  void saysWhatIsStillSoOnlyOnce() throws IOException {
    fleet.reads("billing", "orders", "billing-v2").stream("orders", "billing", "billing-v2");
    try (AgentHarness harness = AgentHarness.in(session, WINDOW)) {
      run(harness, redis(harness)).finish();
      Finding drift = assertThatFindings(harness.findings()).single("config.group-drift");
      assertThat(drift.status()).isEqualTo(Status.OPEN);
      assertThat(drift.occurrences()).isEqualTo(1);
    }
  }

  @Test
  void goesOnWithoutCodeAndSaysSo() throws IOException {
    try (AgentHarness harness = AgentHarness.in(session, WINDOW)) {
      harness.start(
          () ->
              new ConfigAuditor(
                  fleet::config,
                  () -> {
                    throw new IllegalStateException("no sources");
                  },
                  null,
                  fleet.launch()));
      harness.finish();
      assertThatFindings(harness.findings())
          .hasRule("config.code-unseen")
          .hasNoOpen("config.redis-unseen");
    }
  }
}
