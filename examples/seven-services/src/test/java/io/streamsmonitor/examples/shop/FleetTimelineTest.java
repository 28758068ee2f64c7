package io.streamsmonitor.examples.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.envelope.RecordingSink;
import io.streamsmonitor.envelope.events.EventNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lines of the running fleet tell a story by the specification's own recipe. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(90)
class FleetTimelineTest {
  /** Section 7F of the specification, with the folder as a parameter. */
  private static final String RECIPE =
      """
      cat "$LOGS"/*.log | \\
        jq -R 'try fromjson' | \\
        jq -s --arg id "$CORRELATION_ID" \\
          '[.[] | select(.correlationId == $id)] | sort_by(.timestamp)' | \\
        jq '.[] | "\\(.timestamp) [\\(.service)] \\(.event): \\(.message)"' -r
      """;

  private static final List<String> SERVICES =
      List.of("orders", "payments", "inventory", "shipping", "notifications", "analytics", "audit");

  private final List<Process> fleet = new ArrayList<>();
  private Path logs = Path.of("");
  private String story = "";

  @BeforeAll
  void letTheFleetShipAFewOrders(@TempDir Path folder) throws Exception {
    logs = Files.createDirectory(folder.resolve("logs"));
    RecordingSink sink = new RecordingSink();
    try (TestRedis server = new TestRedis(folder)) {
      for (String service : SERVICES) {
        fleet.add(start(service, server));
      }
      try (MonitoredRedis customer =
          MonitoredRedis.builder("customer").redis(server.url()).sink(sink).start()) {
        customer.consumer("shipments", "customer").handle((event, message) -> {});
        story =
            String.valueOf(
                sink.await(EventNames.ACK, 5, Duration.ofSeconds(60)).get(0).correlationId());
      }
      for (Process service : fleet) {
        service.destroy();
      }
      for (Process service : fleet) {
        assertThat(service.waitFor(20, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  @AfterAll
  void endTheFleet() {
    fleet.forEach(Process::destroyForcibly);
  }

  private Process start(String service, TestRedis server) throws IOException {
    String name = Character.toUpperCase(service.charAt(0)) + service.substring(1) + "Service";
    ProcessBuilder process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx48m",
            "-cp",
            System.getProperty("java.class.path"),
            "io.streamsmonitor.examples.shop." + service + "." + name);
    process.environment().put("REDIS_URL", server.url());
    process.environment().put("SHOP", "healthy");
    process.redirectErrorStream(true);
    return process.redirectOutput(logs.resolve(service + ".log").toFile()).start();
  }

  @Test
  void oneOrderIsFollowedThroughTheServices() throws IOException {
    List<String> timeline = selected();

    assertThat(timeline.get(0)).contains("[orders] redis.publish: published ");
    assertThat(timeline)
        .anyMatch(line -> line.contains("[payments] redis.consume"))
        .anyMatch(line -> line.contains("[payments] redis.ack"))
        .anyMatch(line -> line.contains("[inventory] redis.publish"))
        .anyMatch(line -> line.contains("[shipping] redis.publish"))
        .anyMatch(line -> line.contains("[notifications] redis.ack"));
  }

  @Test
  void theRecipeOfTheSpecificationFindsTheSame() throws Exception {
    assumeTrue(hasJq(), "jq is not installed");
    ProcessBuilder recipe = new ProcessBuilder("sh", "-c", RECIPE);
    recipe.environment().put("LOGS", logs.toString());
    recipe.environment().put("CORRELATION_ID", story);
    Process running = recipe.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> found;
    try (Stream<String> lines = running.inputReader(UTF_8).lines()) {
      found = lines.toList();
    }

    assertThat(running.waitFor()).isZero();
    assertThat(found).isNotEmpty().isEqualTo(selected());
  }

  /** What the recipe selects, without jq. */
  private List<String> selected() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(logs)) {
      for (Path file : files.sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonNode json = json(line);
          if (json != null && story.equals(json.path("correlationId").asText())) {
            lines.add(json);
          }
        }
      }
    }
    lines.sort(Comparator.comparing(line -> line.path("timestamp").asText()));
    return lines.stream().map(FleetTimelineTest::told).toList();
  }

  private static String told(JsonNode line) {
    return "%s [%s] %s: %s"
        .formatted(
            line.path("timestamp").asText(),
            line.path("service").asText(),
            line.path("event").asText(),
            line.path("message").asText());
  }

  private static @Nullable JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static boolean hasJq() throws InterruptedException {
    try {
      return new ProcessBuilder("jq", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
