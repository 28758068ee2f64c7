package io.streamsmonitor.agents.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.scout.CodeSample;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientsTest {
  private static final String ENVELOPE =
      "[correlationId, traceId, spanId, originService, publishedAt, schemaVersion, payload";

  @TempDir Path folder;

  private List<String> uses(String imports, String members) {
    SourceFacts facts =
        CodeSample.in(folder)
            .file(
                "src/main/java/shop/Sample.java",
                "package shop; import java.util.*; "
                    + imports
                    + " class Sample { "
                    + members
                    + " }")
            .scan()
            .facts();
    return facts.streams().stream()
        .map(
            u ->
                u.op()
                    + " "
                    + u.stream().resolved().orElse("?")
                    + " "
                    + (u.group() == null ? "-" : u.group().resolved().orElse("?"))
                    + " "
                    + u.fields())
        .toList();
  }

  @Test
  void knowsJedisInPipelinesAndTransactions() {
    assertThat(
            uses(
                "import redis.clients.jedis.*;",
                """
                void go(RedisClient jedis) {
                  try (Pipeline p = jedis.pipelined()) {
                    Map<String, String> m = new HashMap<>();
                    m.put("id", "1");
                    p.xadd("a", XAddParams.xAddParams().maxLen(5), m);
                  }
                  jedis.multi().xack("a", "g", id);
                  Map<String, StreamEntryID> q = new HashMap<>();
                  q.put("a", StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY);
                  jedis.xreadGroup("g", "c", params, q);
                  jedis.xautoclaim("a", "g", "c", 1000, id, params);
                  jedis.xgroupCreate("a", "g", id, true);
                }
                """))
        .containsExactly(
            "ADD a - [id]",
            "ACK a g []",
            "GROUP_READ a g []",
            "CLAIM a g []",
            "CREATE_GROUP a g []");
  }

  @Test
  void knowsLettuceWithWildcardImports() {
    assertThat(
            uses(
                "import io.lettuce.core.*; import io.lettuce.core.api.*;",
                """
                void go(StatefulRedisConnection<String, String> connection) {
                  var commands = connection.sync();
                  commands.xadd("a", XAddArgs.Builder.maxlen(5), "k", "v");
                  commands.xreadgroup(Consumer.from("g", "c"),
                      XReadArgs.Builder.block(100),
                      XReadArgs.StreamOffset.lastConsumed("a"));
                  connection.async().xack("a", "g", id);
                  commands.xgroupCreate(XReadArgs.StreamOffset.from("a", "0-0"), "g");
                }
                """))
        .containsExactly("ADD a - [k]", "GROUP_READ a g []", "ACK a g []", "CREATE_GROUP a g []");
  }

  @Test
  void knowsSpringTemplatesAndContainers() {
    assertThat(
            uses(
                "import org.springframework.data.redis.core.*; import org.springframework.data.redis.stream.*; import org.springframework.data.redis.connection.stream.*;",
                """
                void go(StringRedisTemplate template, StreamMessageListenerContainer<String, ?> container) {
                  template.opsForStream()
                      .add(StreamRecords.newRecord().in("a").ofMap(Map.of("id", "1")));
                  MapRecord<String, String, String> record = MapRecord.create("b", Map.of("x", "1"));
                  template.opsForStream().add(record);
                  template.opsForStream().createGroup("a", "g");
                  container.receive(Consumer.from("g", "c"), StreamOffset.create("a", ReadOffset.lastConsumed()), listener);
                  template.opsForStream().acknowledge("a", "g", "1-0");
                }
                """))
        .containsExactly(
            "ADD a - [id]",
            "ADD b - [x]",
            "CREATE_GROUP a g []",
            "GROUP_READ a g []",
            "ACK a g []");
  }

  @Test
  void knowsRedissonStreams() {
    assertThat(
            uses(
                "import org.redisson.api.*; import org.redisson.api.stream.*;",
                """
                private final RStream<String, String> stream;
                Sample(RedissonClient redisson) { this.stream = redisson.getStream("a"); }
                void go() {
                  stream.add(StreamAddArgs.entry("k", "v").trimNonStrict().maxLen(5).noLimit());
                  stream.createGroup(StreamCreateGroupArgs.name("g").makeStream());
                  stream.readGroup("g", "c", StreamReadGroupArgs.neverDelivered());
                  stream.ack("g", id);
                }
                """))
        .containsExactly("ADD a - [k]", "CREATE_GROUP a g []", "GROUP_READ a g []", "ACK a g []");
  }

  @Test
  void knowsTheEnvelope() {
    assertThat(
            uses(
                "import io.streamsmonitor.envelope.MonitoredRedis;",
                """
                void go(MonitoredRedis redis) {
                  redis.publisher("a").publish(payload);
                  redis.consumer("b", "g").deadLetterAfter(3, "b:dead").handle(this::on);
                  redis.jedis().xadd("c", fields, params);
                }
                """))
        .containsExactly(
            "ADD a - " + ENVELOPE + "]",
            "GROUP_READ b g []",
            "ACK b g []",
            "CREATE_GROUP b g []",
            "ADD c - []");
  }

  @Test
  void followsWhatIsPublishedBackToItsPublisher() {
    assertThat(
            uses(
                "import io.streamsmonitor.envelope.*;",
                """
                private final StreamPublisher parcels;
                Sample(MonitoredRedis redis) { this.parcels = redis.publisher("a").maxLen(10); }
                void send() { parcels.publish(new Parcel("1", 2)); }
                void start(MonitoredRedis redis) {
                  StreamPublisher labels = redis.publisher("b").unbounded();
                  each(id -> print(labels, id));
                }
                private static void print(StreamPublisher to, String id) {
                  to.publish(Map.of("label", id, "format", "pdf"));
                }
                record Parcel(String parcelId, int grams) {}
                """))
        .containsExactly(
            "ADD a - " + ENVELOPE + ", parcelId, grams]",
            "ADD b - " + ENVELOPE + ", label, format]");
  }

  @Test
  void leavesListsAndOtherPeoplesMethodsAlone() {
    assertThat(
            uses(
                "import redis.clients.jedis.*;",
                "void go(List<String> list, Bus bus) { list.add(\"a\"); bus.xadd(\"a\", map); } static class Bus { void xadd(String s, Map<String, String> m) { } }"))
        .isEmpty();
  }
}
