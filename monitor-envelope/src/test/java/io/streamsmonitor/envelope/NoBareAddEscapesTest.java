package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.envelope.events.EventNames;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.commands.ProtocolCommand;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.resps.StreamEntry;

/** Random entries over every way in which a client can send an XADD. */
class NoBareAddEscapesTest {
  private static final int ENTRIES = 400;
  private static final Set<String> SIX =
      Set.of("correlationId", "traceId", "spanId", "originService", "publishedAt", "schemaVersion");

  private final RecordingSink sink = new RecordingSink();
  private final Random random = new Random(20);

  @Test
  void ofAPlainClient() {
    try (RedisServer server = RedisServer.start();
        MonitoredRedis redis = service(server)) {
      addEveryWay(redis.jedis());
      assertAllEnveloped(server);
    }
  }

  @Test
  void ofAClusterClient() {
    try (RedisServer server = RedisServer.start("--cluster-enabled", "yes")) {
      try (Jedis node = server.connect()) {
        node.clusterAddSlotsRange(0, 16383);
        while (!node.clusterInfo().contains("cluster_state:ok")) {
          Thread.onSpinWait();
        }
      }
      try (MonitoredRedis redis = service(server)) {
        RedisClusterClient client = redis.cluster(Set.of(server.address()));
        addEveryWay(client);
        assertAllEnveloped(server);
      }
    }
  }

  @Test
  void ofASentinelClient() {
    try (RedisServer server = RedisServer.start();
        RedisServer sentinel = RedisServer.sentinelOf("shop", server);
        MonitoredRedis redis = service(server)) {
      RedisSentinelClient client = redis.sentinel("shop", Set.of(sentinel.address()));
      assertThat(client.getCurrentMaster().getPort()).isEqualTo(server.address().getPort());
      addEveryWay(client);
      assertAllEnveloped(server);
    }
  }

  private MonitoredRedis service(RedisServer server) {
    return MonitoredRedis.builder("billing").redis(server.uri()).sink(sink).start();
  }

  private void addEveryWay(UnifiedJedis client) {
    List<BiConsumer<UnifiedJedis, Map<String, String>>> ways =
        List.of(
            (jedis, entry) -> jedis.xadd("s", params(), entry),
            (jedis, entry) -> jedis.xadd("s", StreamEntryID.NEW_ENTRY, entry),
            (jedis, entry) -> jedis.xadd("s".getBytes(UTF_8), params(), binary(entry)),
            (jedis, entry) -> raw(jedis, Command.XADD, entry),
            (jedis, entry) -> raw(jedis, anyCase("XADD"), entry),
            NoBareAddEscapesTest::blockingRaw,
            this::pipelined,
            this::inTransaction);
    for (int i = 0; i < ENTRIES; i++) {
      ways.get(i % ways.size()).accept(client, entry(i));
    }
  }

  private void assertAllEnveloped(RedisServer server) {
    try (Jedis plain = server.connect()) {
      List<StreamEntry> stored = plain.xrange("s", "-", "+");
      assertThat(stored).hasSize(ENTRIES);
      for (StreamEntry entry : stored) {
        Map<String, String> fields = entry.getFields();
        assertThat(fields).containsKeys(SIX.toArray(String[]::new));
        String given = fields.get("given");
        assertThat(fields.get("correlationId")).isEqualTo(given == null ? anyId(fields) : given);
        assertThat(fields).hasSizeLessThanOrEqualTo(SIX.size() + 6);
      }
      assertThat(plain.xlen("s")).isEqualTo(ENTRIES);
    }
    assertThat(sink.await(EventNames.PUBLISH, ENTRIES, RedisTest.SOON)).hasSize(ENTRIES);
    assertThat(sink.events(EventNames.FAILED)).isEmpty();
  }

  private static String anyId(Map<String, String> fields) {
    String id = String.valueOf(fields.get("correlationId"));
    assertThat(id).hasSize(36);
    return id;
  }

  /** Bare, with half an envelope or with a whole one; names and values that look like options. */
  private Map<String, String> entry(int number) {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("number", Integer.toString(number));
    List<String> names = List.of("payload", "MAXLEN", "*", "NOMKSTREAM", "größe");
    for (int i = random.nextInt(4); i > 0; i--) {
      entry.put(names.get(random.nextInt(names.size())), random.nextBoolean() ? "LIMIT" : "{}");
    }
    if (random.nextInt(3) == 0) {
      String id = "given-" + number;
      entry.put("given", id);
      if (random.nextBoolean()) {
        SIX.forEach(name -> entry.put(name, "1.0"));
      }
      entry.put("correlationId", id);
    }
    return entry;
  }

  private XAddParams params() {
    XAddParams params = XAddParams.xAddParams();
    switch (random.nextInt(4)) {
      case 0 -> params.maxLen(10_000).approximateTrimming().limit(100);
      case 1 -> params.minId("1-0").exactTrimming();
      case 2 -> params.id(StreamEntryID.NEW_ENTRY);
      default -> params.maxLen(10_000);
    }
    return params;
  }

  private ProtocolCommand anyCase(String name) {
    byte[] spelled = (random.nextBoolean() ? name : name.toLowerCase(Locale.ROOT)).getBytes(UTF_8);
    return () -> spelled;
  }

  private void pipelined(UnifiedJedis jedis, Map<String, String> entry) {
    try (AbstractPipeline pipeline = jedis.pipelined()) {
      pipeline.set("k", "v");
      if (random.nextBoolean()) {
        pipeline.xadd("s", params(), entry);
      } else {
        pipeline.xadd("s".getBytes(UTF_8), params(), binary(entry));
      }
      pipeline.get("k");
      pipeline.sync();
    }
  }

  private void inTransaction(UnifiedJedis jedis, Map<String, String> entry) {
    if (jedis instanceof RedisClusterClient) {
      // Jedis has no transactions on a cluster.
      pipelined(jedis, entry);
      return;
    }
    try (AbstractTransaction transaction = jedis.multi()) {
      transaction.xadd("s", params(), entry);
      transaction.exec();
    }
  }

  @SuppressWarnings("ArrayAsKeyOfSetOrMap") // as the API of Jedis wants it
  private static Map<byte[], byte[]> binary(Map<String, String> entry) {
    Map<byte[], byte[]> bytes = new HashMap<>();
    entry.forEach((name, value) -> bytes.put(name.getBytes(UTF_8), value.getBytes(UTF_8)));
    return bytes;
  }

  @SuppressWarnings("deprecation") // deprecated is not gone: services still call it
  private static void raw(UnifiedJedis jedis, ProtocolCommand command, Map<String, String> entry) {
    jedis.sendCommand("s".getBytes(UTF_8), command, arguments(entry));
  }

  @SuppressWarnings("deprecation") // deprecated is not gone: services still call it
  private static void blockingRaw(UnifiedJedis jedis, Map<String, String> entry) {
    jedis.sendBlockingCommand("s".getBytes(UTF_8), Command.XADD, arguments(entry));
  }

  private static byte[][] arguments(Map<String, String> entry) {
    byte[][] arguments = new byte[2 + 2 * entry.size()][];
    arguments[0] = "s".getBytes(UTF_8);
    arguments[1] = "*".getBytes(UTF_8);
    int at = 2;
    for (Map.Entry<String, String> field : entry.entrySet()) {
      arguments[at++] = field.getKey().getBytes(UTF_8);
      arguments[at++] = field.getValue().getBytes(UTF_8);
    }
    return arguments;
  }
}
