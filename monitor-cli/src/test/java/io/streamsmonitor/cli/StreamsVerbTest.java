package io.streamsmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.agents.streams.StreamFilter;
import io.streamsmonitor.agents.streams.jedis.JedisProbe;
import io.streamsmonitor.cli.redis.OwnRedis;
import io.streamsmonitor.core.json.Json;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb as a user calls it, on a server of the test's own. */
class StreamsVerbTest {
  @TempDir Path folder;

  private OwnRedis redis;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void start() throws Exception {
    redis =
        OwnRedis.embedded(
            folder, folder, url -> JedisProbe.connect(url, StreamFilter.ALL), (url, limit) -> {});
    redis.start(Duration.ofSeconds(10));
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  /** Commands by lines, as Redis takes them from people. */
  private void send(List<String> lines) throws IOException {
    URI at = URI.create(redis.url());
    try (Socket socket = new Socket(at.getHost(), at.getPort())) {
      String all = String.join("\r\n", lines) + "\r\nECHO finished\r\n";
      socket.getOutputStream().write(all.getBytes(StandardCharsets.UTF_8));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String line = in.readLine();
      while (line != null && !line.equals("finished")) {
        line = in.readLine();
      }
    }
  }

  private int monitor(String... args) {
    PrintStream stdout = System.out;
    PrintStream stderr = System.err;
    out.reset();
    err.reset();
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      return Main.command().execute(args);
    } finally {
      System.setOut(stdout);
      System.setErr(stderr);
    }
  }

  private static List<String> fleet() {
    List<String> lines = new ArrayList<>();
    lines.add("XGROUP CREATE orders billing 0 MKSTREAM");
    for (int i = 1; i <= 150; i++) {
      lines.add("XADD orders " + i + "-0 payload secret-value");
    }
    lines.add("XREADGROUP GROUP billing c1 COUNT 10 STREAMS orders >");
    lines.add("XCLAIM orders billing c1 0 3-0 IDLE 60000 RETRYCOUNT 7");
    lines.add("XGROUP CREATE orders late $");
    lines.add("XADD orders 200-0 payload secret-value");
    lines.add("XADD nobody 1-0 payload secret-value");
    return lines;
  }

  @Test
  void oneLookSaysWhatItProves() throws IOException {
    send(fleet());

    int code = monitor("streams", "--redis", redis.url(), "--once", "--json");

    assertThat(code).isZero();
    JsonNode document = Objects.requireNonNull(Json.tryRead(out.toString(StandardCharsets.UTF_8)));
    JsonNode summary = document.path("summary");
    assertThat(summary.at("/polls/count").asInt()).isEqualTo(1);
    assertThat(summary.at("/polls/wallMsMedian").asDouble()).isPositive();
    assertThat(summary.at("/polls/commands").asInt()).isPositive();
    JsonNode orders = summary.at("/streams/0");
    assertThat(orders.path("name").asText()).isEqualTo("orders");
    assertThat(orders.path("cap").asText()).isEqualTo("UNKNOWN");
    JsonNode billing = orders.at("/groups/0");
    assertThat(billing.path("lag").asLong()).isEqualTo(141);
    assertThat(billing.path("lagExact").asBoolean()).isTrue();
    assertThat(billing.path("pending").asLong()).isEqualTo(10);
    assertThat(billing.path("oldestPendingMs").asLong()).isGreaterThanOrEqualTo(60_000);
    assertThat(billing.path("state").asText()).isEqualTo("UNKNOWN");
    assertThat(orders.at("/groups/1/lag").asLong()).isEqualTo(1);
    assertThat(document.path("findings").findValuesAsText("category"))
        .contains("CONSUMER_LAG", "STUCK_MESSAGE", "DELIVERY_FAILURE", "NO_CONSUMER_GROUP");
    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("secret-value");
  }

  @Test
  void peopleGetATableAndTheFindings() throws IOException {
    send(fleet());

    assertThat(monitor("streams", "--redis", redis.url(), "--once", "--fail-on", "critical"))
        .isEqualTo(1);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsPattern("orders +151 +UNKNOWN +billing +141 +10")
        .contains("CRITICAL CONSUMER_LAG stream.consumer-lag")
        .contains("nobody");
  }

  @Test
  void aWatchTellsCapAndStateAndKeepsItsFolderWhereAsked() throws IOException {
    send(fleet());
    Path kept = folder.resolve("kept");

    int code =
        monitor(
            "streams",
            "--redis",
            redis.url(),
            "--duration",
            "900ms",
            "--poll",
            "200ms",
            "--json",
            "--workspace",
            kept.toString());

    assertThat(code).isZero();
    JsonNode document = Objects.requireNonNull(Json.tryRead(out.toString(StandardCharsets.UTF_8)));
    assertThat(document.at("/summary/polls/count").asInt()).isGreaterThan(2);
    assertThat(document.at("/summary/streams/0/groups/0/state").asText()).isEqualTo("STOP");
    assertThat(Files.readString(kept.resolve("streams/polls.jsonl"))).contains("\"cap\":");
    assertThat(kept.resolve("streams/topology_current.txt")).isNotEmptyFile();
  }

  @Test
  void withoutRedisOneClearLineAndExitCodeThree() throws IOException {
    redis.close();

    assertThat(monitor("streams", "--redis", redis.url(), "--once")).isEqualTo(3);

    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .contains(redis.url().substring(8));
  }

  @Test
  void contradictingFlagsAreRefused() {
    assertThat(monitor("streams", "--once", "--duration", "5s")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("--once and --duration");
  }
}
