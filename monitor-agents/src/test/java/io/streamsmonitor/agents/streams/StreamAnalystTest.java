package io.streamsmonitor.agents.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.redis.RedisServer;
import io.streamsmonitor.agents.streams.jedis.JedisProbe;
import io.streamsmonitor.core.finding.EvidenceRef;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Status;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.DeliverySample;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import io.streamsmonitor.core.rule.Thresholds;
import io.streamsmonitor.testkit.AgentHarness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadGroupParams;

/** The whole agent on a real Redis, in virtual time: the server's answers are dated by the test. */
class StreamAnalystTest {
  private static final Duration POLL = Duration.ofSeconds(5);

  @TempDir Path folder;

  private record Dated(RedisProbe real, AgentHarness harness) implements RedisProbe {
    @Override
    public StreamPoll survey() throws RedisUnavailable {
      return dated(real.survey());
    }

    @Override
    public StreamPoll poll() throws RedisUnavailable {
      return dated(real.poll());
    }

    private StreamPoll dated(StreamPoll p) {
      return new StreamPoll(harness.now(), p.streams(), p.gaps(), p.commands(), p.wallMicros());
    }

    @Override
    public void ping() throws RedisUnavailable {
      real.ping();
    }

    @Override
    public Map<String, Boolean> commands(Collection<String> names) throws RedisUnavailable {
      return real.commands(names);
    }

    @Override
    public Map<String, String> info(String section) throws RedisUnavailable {
      return real.info(section);
    }

    @Override
    public List<String> clients() throws RedisUnavailable {
      return real.clients();
    }

    @Override
    public void close() {
      real.close();
    }
  }

  private AgentHarness watching(RedisServer server) {
    AgentHarness harness = AgentHarness.in(folder, Duration.ofMinutes(1));
    return harness.start(
        () ->
            new StreamAnalyst(
                () -> new Dated(JedisProbe.connect(server.url(), StreamFilter.ALL), harness),
                Thresholds.DEFAULT.polling(POLL)));
  }

  private static List<String> open(AgentHarness harness) {
    return harness.feed().open().stream().map(f -> f.ruleId() + " " + f.stream()).sorted().toList();
  }

  @Test
  void findsPlantedFaultsWithinAMinuteAndLeavesTheHealthyAlone() throws IOException {
    RedisServer server = RedisServer.shared().flushed();
    try (Jedis redis = server.jedis();
        AgentHarness harness = watching(server)) {
      for (String stream : List.of("ok", "dead", "noack")) {
        redis.xgroupCreate(stream, "g", new StreamEntryID("0-0"), true);
      }
      for (int n = 0; n < 12; n++) {
        for (String stream : List.of("ok", "dead", "noack", "nobody")) {
          redis.xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("payload", "hidden text"));
        }
        ack(redis, "ok", read(redis, "ok"));
        read(redis, "noack");
        harness.advance(POLL);
      }
      harness.finish();

      assertThat(open(harness))
          .containsExactlyInAnyOrder(
              "stream.growing ok",
              "stream.growing noack",
              "stream.growing dead",
              "stream.growing nobody",
              "stream.dead-consumer dead",
              "stream.missing-ack noack",
              "stream.stuck-message noack",
              "stream.no-consumer-group nobody");
      assertThat(harness.feed().open())
          .filteredOn(f -> "ok".equals(f.stream()))
          .allMatch(f -> f.severity().name().equals("INFO"));
      assertEvidenceStandsInPolls(harness);
      String topology = Files.readString(harness.workspace().topology());
      assertThat(topology)
          .contains("Stream: dead\n  Message Rate: ~", "Status: CRITICAL", "Group g:", "Lag: 12");
      assertThat(Files.readString(harness.workspace().initialTopology())).contains("\"streams\"");
      assertNoPayload(harness);
    }
  }

  private static List<StreamEntryID> read(Jedis redis, String stream) {
    return redis
        .xreadGroup(
            "g",
            "c",
            XReadGroupParams.xReadGroupParams().count(10),
            Map.of(stream, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY))
        .get(0)
        .getValue()
        .stream()
        .map(e -> e.getID())
        .toList();
  }

  private static void ack(Jedis redis, String stream, List<StreamEntryID> ids) {
    redis.xack(stream, "g", ids.toArray(StreamEntryID[]::new));
  }

  private static void assertEvidenceStandsInPolls(AgentHarness harness) throws IOException {
    byte[] polls = Files.readAllBytes(harness.workspace().polls());
    for (Finding finding : harness.findings()) {
      EvidenceRef ref = finding.evidenceRefs().get(0);
      byte[] quote =
          Arrays.copyOfRange(polls, (int) ref.offset(), (int) ref.offset() + ref.length());
      String quoted = new String(quote, StandardCharsets.UTF_8);
      assertThat(quoted)
          .startsWith("{\"name\":" + Json.line(String.valueOf(finding.stream())))
          .endsWith("}");
    }
  }

  private static void assertNoPayload(AgentHarness harness) throws IOException {
    try (var files = Files.walk(harness.workspace().root())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).doesNotContain("hidden text");
      }
    }
  }

  @Test
  void saysOnceThatRedisIsLostAndResolvesItWhenItIsBack() throws IOException {
    try (RedisServer server = RedisServer.fresh();
        AgentHarness harness = watching(server)) {
      try (Jedis redis = server.jedis()) {
        redis.xadd("s", StreamEntryID.NEW_ENTRY, Map.of("f", "v"));
      }
      harness.advance(POLL);
      server.stop();
      harness.advance(Duration.ofSeconds(15));
      assertThat(open(harness)).contains("stream.redis-lost null");

      server.restart();
      harness.advance(Duration.ofSeconds(30));

      Finding lost =
          harness.findings().stream()
              .filter(f -> f.ruleId().equals("stream.redis-lost"))
              .findFirst()
              .orElseThrow();
      assertThat(lost.status()).isEqualTo(Status.RESOLVED);
      assertThat(lost.resolution()).contains("another server process");
    }
  }

  @Test
  void startsWithoutRedisAndFindsItLater() throws IOException {
    try (RedisServer server = RedisServer.fresh()) {
      server.stop();
      try (AgentHarness harness = watching(server)) {
        assertThat(open(harness)).containsExactly("stream.redis-lost null");
        server.restart();
        harness.advance(POLL);
        assertThat(open(harness)).isEmpty();
      }
    }
  }

  @Test
  void resolvesWhatWasSaidOfAStreamThatVanished() {
    RedisServer server = RedisServer.shared().flushed();
    try (Jedis redis = server.jedis();
        AgentHarness harness = AgentHarness.in(folder, Duration.ofMinutes(1))) {
      redis.xadd("s", StreamEntryID.NEW_ENTRY, Map.of("f", "v"));
      harness.start(
          () ->
              new StreamAnalyst(
                  () -> new Dated(JedisProbe.connect(server.url(), StreamFilter.ALL), harness),
                  Thresholds.DEFAULT.polling(POLL)));
      assertThat(open(harness)).containsExactly("stream.no-consumer-group s");
      redis.del("s");
      harness.advance(POLL);
      assertThat(open(harness)).containsExactly("stream.vanished s");
    }
  }

  @Test
  void leavesABlockedReaderAndAQuickWorkerAlone() throws InterruptedException {
    RedisServer server = RedisServer.shared().flushed();
    try (Jedis redis = server.jedis();
        Jedis reader = server.jedis();
        AgentHarness harness = watching(server)) {
      redis.xgroupCreate("quiet", "g", new StreamEntryID("0-0"), true);
      Thread blocked = new Thread(() -> block(reader));
      blocked.start();
      while (!redis.clientList().contains("cmd=xreadgroup")) {
        Thread.onSpinWait();
      }
      harness.finish();
      assertThat(open(harness)).isEmpty();
      redis.xadd("quiet", StreamEntryID.NEW_ENTRY, Map.of("f", "v"));
      blocked.join();
    }
  }

  private static void block(Jedis reader) {
    reader.xreadGroup(
        "g",
        "c",
        XReadGroupParams.xReadGroupParams().block(20_000),
        Map.of("quiet", StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
  }

  @Test
  void summarisesTheLooks() {
    RedisServer server = RedisServer.shared().flushed();
    try (Jedis redis = server.jedis();
        AgentHarness harness = AgentHarness.in(folder, Duration.ofMinutes(1))) {
      redis.xgroupCreate("s", "g", new StreamEntryID("0-0"), true);
      redis.xadd("s", StreamEntryID.NEW_ENTRY, Map.of("f", "v"));
      StreamAnalyst analyst =
          new StreamAnalyst(
              () -> JedisProbe.connect(server.url(), StreamFilter.ALL), Thresholds.DEFAULT);
      harness.start(() -> analyst);
      harness.finish();
      assertThat(Json.line(analyst.summary()))
          .contains(
              "\"streams\":[{\"name\":\"s\",\"length\":1,\"cap\":\"UNKNOWN\",\"groups\":[{"
                  + "\"name\":\"g\",\"lag\":1,\"lagExact\":true,\"lagMethod\":\"all-unread\"");
    }
  }

  @Test
  void hearsWhatServicesSayOfDeliveries() {
    RedisServer server = RedisServer.shared().flushed();
    try (Jedis redis = server.jedis();
        AgentHarness harness = watching(server)) {
      redis.xgroupCreate("s", "g", new StreamEntryID("0-0"), true);
      for (int n = 0; n < 3; n++) {
        harness.publish(new DeliverySample("shop", "s", "g", 900, harness.now()));
      }
      harness.advance(POLL);
      assertThat(open(harness)).containsExactly("stream.slow-delivery s");
    }
  }
}
