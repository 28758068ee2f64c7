package io.streamsmonitor.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.cli.session.MonitorProcess.Result;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.redis.RedisUnavailable;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A fleet that is not ours: shell commands, no sources, a Redis that was there before. */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class ForeignFleetTest {
  @TempDir Path folder;
  private String mark = "";

  @BeforeEach
  void unique() {
    mark = "fleet-" + folder.getFileName();
  }

  private void config(String url, String duration, String... services) throws IOException {
    StringBuilder yaml = new StringBuilder();
    yaml.append("session: { duration: ").append(duration).append(", startup-timeout: 2s }\n");
    yaml.append("redis: { url: \"").append(url).append("\" }\n");
    yaml.append("thresholds: { poll: 1s }\nservices:\n");
    for (String service : services) {
      yaml.append("  - ").append(service.replace("MARK", mark)).append('\n');
    }
    Files.writeString(folder.resolve("monitor.yml"), yaml);
  }

  private List<ProcessHandle> left() {
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().commandLine().orElse("").contains(mark))
        .toList();
  }

  private static String ticking(String name, String first) {
    return "{ name: "
        + name
        + ", command: [sh, -c, \"echo "
        + first
        + "; while :; do echo 'level=info msg=tick'; sleep 1; done\", MARK] }";
  }

  private JsonNode findings() throws IOException {
    return Json.MAPPER.readTree(folder.resolve("monitor-session/all-findings.json").toFile());
  }

  @Test
  void runsFromAShortFileFindsWhatFailsAndLeavesNothingRunning()
      throws IOException, RedisUnavailable {
    try (ForeignRedisServer redis =
        new ForeignRedisServer(Files.createDirectory(folder.resolve("r")))) {
      config(
          redis.url(),
          "4s",
          ticking("one", "listening on 1"),
          ticking("two", "server started"),
          ticking("three", "ready"),
          "{ name: four, command: [sh, -c, \"echo ready; sleep 1; echo 'ERROR db: connection"
              + " timed out after 3000 ms'; sleep 60\", MARK] }",
          "{ name: five, command: [sh, -c, \"echo ready; sleep 1; exit 7\", MARK] }",
          "{ name: six, command: [sh, -c, \"echo ready; echo password=\\\"$KEY\\\"; sleep 60\","
              + " MARK], env: { KEY: hunter2-Xq81vLp0 } }",
          "{ name: seven, command: [sh, -c, \"echo ready; while :; do sleep 1; done\","
              + " MARK] }");

      Result result = MonitorProcess.run(folder, "run");

      assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
      assertThat(result.out()).contains("7/7 ready", "0 processes of ours left");
      assertThat(findings())
          .extracting(f -> f.path("ruleId").asText() + " " + f.path("service").asText())
          .contains("log.timeout four", "session.service-exited five", "log.secret six");
      assertThat(redis.answers()).as("a Redis that was there is left alone").isTrue();
    }
    assertThat(left()).isEmpty();
    Workspace workspace = new Workspace(folder.resolve("monitor-session"));
    assertThat(workspace.promised()).allSatisfy(file -> assertThat(file).exists());
    assertThat(filesWith("hunter2-Xq81vLp0")).allMatch(file -> file.contains("/logs/"));
    Result replayed = MonitorProcess.run(folder, "replay");
    assertThat(replayed.exitCode()).as(replayed.out() + replayed.err()).isZero();
    assertThat(replayed.out()).contains("log-watcher", "found again byte for byte");
  }

  private List<String> filesWith(String secret) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("monitor-session"))) {
      return all.filter(Files::isRegularFile)
          .filter(file -> content(file).contains(secret))
          .map(Path::toString)
          .toList();
    }
  }

  private static String content(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aVariableWinsOverTheFileAndAFlagOverBoth() throws IOException, RedisUnavailable {
    try (ForeignRedisServer redis =
        new ForeignRedisServer(Files.createDirectory(folder.resolve("r")))) {
      config(redis.url(), "60s", ticking("one", "listening on 1"));
      Map<String, String> environment =
          Map.of("MONITOR_DURATION", "1s", "MONITOR_WORKSPACE", "elsewhere");

      Result result =
          MonitorProcess.start(folder, environment, "run", "--workspace", "here", "--quiet")
              .await();

      assertThat(result.exitCode()).as(result.err()).isZero();
      assertThat(folder.resolve("here/session.env")).content().contains("DURATION=PT1S");
      assertThat(folder.resolve("elsewhere")).doesNotExist();
    }
  }

  @Test
  void oneServiceThatIsNotReadyIsNamedAndTheSessionGoesOn() throws IOException, RedisUnavailable {
    try (ForeignRedisServer redis =
        new ForeignRedisServer(Files.createDirectory(folder.resolve("r")))) {
      config(
          redis.url(),
          "1s",
          ticking("well", "listening on 1"),
          "{ name: stuck, command: [sh, -c, \"echo starting; sleep 60\", MARK] }");

      Result result = MonitorProcess.run(folder, "run", "--fail-on", "critical");

      assertThat(result.exitCode()).as("the gate sees it").isEqualTo(1);
      assertThat(result.out()).contains("Service stuck was not ready in 2 s", "1/2 ready");
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void aStopFileAndAnInterruptEndInOrderWithAPartialReport()
      throws IOException, RedisUnavailable, InterruptedException {
    try (ForeignRedisServer redis =
        new ForeignRedisServer(Files.createDirectory(folder.resolve("r")))) {
      config(redis.url(), "60s", ticking("one", "listening on 1"));
      Path heartbeats = folder.resolve("monitor-session/heartbeats.jsonl");

      MonitorProcess stopped = MonitorProcess.start(folder, Map.of(), "run");
      Watched.until(() -> Files.exists(heartbeats), "the agents start");
      assertThat(MonitorProcess.run(folder, "stop").exitCode()).isZero();
      assertThat(stopped.await().exitCode()).isEqualTo(4);

      Files.delete(heartbeats);
      MonitorProcess interrupted = MonitorProcess.start(folder, Map.of(), "run");
      Watched.until(() -> Files.exists(heartbeats), "the agents start");
      new ProcessBuilder("kill", "-INT", Long.toString(interrupted.pid())).start().waitFor();
      Result result = interrupted.await();
      assertThat(result.exitCode()).isEqualTo(4);
      assertThat(result.out()).contains("incomplete: interrupted", "report   ");
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void aServiceThatDrainsSlowlyDoesNotHoldTheReportBack() throws IOException, RedisUnavailable {
    try (ForeignRedisServer redis =
        new ForeignRedisServer(Files.createDirectory(folder.resolve("r")))) {
      config(
          redis.url(),
          "1s",
          "{ name: slow, command: [sh, -c, \"trap 'trap \\\"\\\" TERM; sleep 8; exit 0'"
              + " TERM; echo ready; while :; do"
              + " sleep 0.1; done\", MARK] }");

      Result result = MonitorProcess.run(folder, "run");

      assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
      SessionRecord session = SessionRecord.read(folder.resolve("monitor-session"));
      Duration stop =
          Duration.between(
              Objects.requireNonNull(session.time("CLOSED")),
              Objects.requireNonNull(session.time("STOPPED")));
      assertThat(stop).isGreaterThan(Duration.ofSeconds(8));
      Matcher written =
          Pattern.compile("written {2}(\\d+\\.\\d) s after the end of the window")
              .matcher(result.out());
      assertThat(written.find()).as(result.out()).isTrue();
      assertThat(Double.parseDouble(written.group(1))).isLessThan(stop.toMillis() / 1000.0);
    }
    assertThat(left()).isEmpty();
  }
}
