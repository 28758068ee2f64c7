package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.LifecycleEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.commands.ProtocolCommand;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.XAddParams;

class EveryAddIsEnvelopedTest extends RedisTest {
  private static final String[] SIX = {
    "correlationId", "traceId", "spanId", "originService", "publishedAt", "schemaVersion"
  };
  private static final Map<String, String> ORDER = Map.of("order", "7");

  @Test
  void singleCommand() {
    StreamEntryID id = redis.jedis().xadd("orders", XAddParams.xAddParams(), ORDER);

    Map<String, String> entry = onlyEntry();
    assertThat(entry).containsEntry("order", "7").containsEntry("originService", "billing");
    assertThat(entry.get("publishedAt"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(entry.get("traceId")).matches("[0-9a-f]{32}");
    LifecycleEvent line = published(1).get(0);
    assertThat(line.field("messageId")).isEqualTo(id.toString());
    assertThat(line.field("payloadFields")).isEqualTo(List.of("order"));
    assertThat(line.correlationId()).isEqualTo(entry.get("correlationId"));
  }

  @Test
  void everyOptionInFrontOfTheId() {
    XAddParams params =
        XAddParams.xAddParams().noMkStream().maxLen(100).approximateTrimming().limit(10);
    addBare("orders", Map.of("first", "1"));

    redis.jedis().xadd("orders", params, ORDER);

    assertThat(stored("orders").get(1)).containsKeys(SIX);
    assertThat(published(1).get(0).field("stream")).isEqualTo("orders");
  }

  @Test
  void pipeline() {
    try (Pipeline pipeline = redis.jedis().pipelined()) {
      pipeline.set("other", "1");
      pipeline.xadd("orders", XAddParams.xAddParams(), ORDER);
      pipeline.get("other");
      pipeline.xadd("orders", XAddParams.xAddParams(), ORDER);
      pipeline.sync();
    }

    assertThat(stored("orders")).hasSize(2).allSatisfy(e -> assertThat(e).containsKeys(SIX));
    assertThat(published(2)).extracting(e -> e.field("messageId")).doesNotHaveDuplicates();
  }

  @Test
  void transaction() {
    try (AbstractTransaction transaction = redis.jedis().multi()) {
      transaction.xadd("orders", XAddParams.xAddParams(), ORDER);
      transaction.set("other", "1");
      transaction.exec();
    }

    assertThat(onlyEntry()).containsKeys(SIX);
    assertThat(String.valueOf(published(1).get(0).field("messageId"))).matches("\\d+-\\d+");
  }

  @Test
  void discardedTransactionIsAFailureAndNoPublication() {
    try (AbstractTransaction transaction = redis.jedis().multi()) {
      transaction.xadd("orders", XAddParams.xAddParams(), ORDER);
      transaction.discard();
    }

    assertThat(sink.await(EventNames.FAILED, 1, SOON)).hasSize(1);
    assertThat(sink.events(EventNames.PUBLISH)).isEmpty();
  }

  @Test
  void binaryOverload() {
    redis
        .jedis()
        .xadd(
            "orders".getBytes(UTF_8),
            XAddParams.xAddParams(),
            Map.of("order".getBytes(UTF_8), new byte[] {(byte) 0xff, 0, 7}));

    assertThat(onlyEntry()).containsKeys(SIX).containsKey("order");
    published(1);
  }

  @Test
  @SuppressWarnings("deprecation") // deprecated is not gone: services still call it
  void rawCommand() {
    redis.jedis().sendCommand(Command.XADD, "orders", "*", "order", "7");

    assertThat(onlyEntry()).containsKeys(SIX).containsEntry("order", "7");
    published(1);
  }

  @Test
  @SuppressWarnings("deprecation") // deprecated is not gone: services still call it
  void rawCommandOfTheServicesOwn() {
    ProtocolCommand own = () -> "xadd".getBytes(UTF_8);
    redis.jedis().sendCommand(own, "orders", "*", "order", "7");

    assertThat(onlyEntry()).containsKeys(SIX).containsEntry("order", "7");
  }

  @Test
  void leavesAnEnvelopeAlone() {
    EventContext context = EventContext.start("my-id");
    Map<String, String> fields = redis.createEventEnvelope("orders", ORDER, context).toFields();

    redis.jedis().xadd("orders", XAddParams.xAddParams(), fields);

    assertThat(onlyEntry()).isEqualTo(fields).containsEntry("payload", "{\"order\":\"7\"}");
    LifecycleEvent line = published(1).get(0);
    assertThat(line.correlationId()).isEqualTo("my-id");
    assertThat(line.field("payloadFields")).isEqualTo(List.of("order"));
  }

  @Test
  void completesHalfAnEnvelopeAndKeepsItsId() {
    redis.jedis().xadd("orders", XAddParams.xAddParams(), Map.of("correlationId", "theirs"));

    assertThat(onlyEntry()).containsKeys(SIX).containsEntry("correlationId", "theirs");
  }

  @Test
  void inheritsTheOpenContext() {
    EventContext context =
        EventContext.of("c-1", "5-0", "0".repeat(31) + "1", "0".repeat(15) + "2");
    Scope scope = context.open();
    redis.jedis().xadd("orders", XAddParams.xAddParams(), ORDER);
    scope.close();

    assertThat(onlyEntry())
        .containsEntry("correlationId", "c-1")
        .containsEntry("causationId", "5-0")
        .containsEntry("traceId", context.traceId())
        .containsEntry("spanId", context.spanId());
  }

  @Test
  void logsWhatRedisRefused() {
    redis.jedis().set("orders", "a string");

    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> redis.jedis().xadd("orders", XAddParams.xAddParams(), ORDER)))
        .isInstanceOf(JedisDataException.class);

    LifecycleEvent line = sink.await(EventNames.FAILED, 1, SOON).get(0);
    assertThat(line.error()).contains("WRONGTYPE");
    assertThat(line.field("willRetry")).isEqualTo(false);
  }

  @Test
  void aSinkThatThrowsDoesNotHurtThePublisher() {
    try (MonitoredRedis deaf =
        MonitoredRedis.builder("deaf")
            .redis(server.uri())
            .sink(
                event -> {
                  throw new IllegalStateException("disk full");
                })
            .start()) {
      deaf.publisher("orders").publish(ORDER);

      assertThat(onlyEntry()).containsKeys(SIX);
      assertThat(deaf.unwrittenLines()).isEqualTo(1);
    }
  }

  private List<LifecycleEvent> published(int count) {
    List<LifecycleEvent> lines = sink.await(EventNames.PUBLISH, count, SOON);
    assertThat(lines).hasSize(count);
    return lines;
  }

  private Map<String, String> onlyEntry() {
    assertThat(stored("orders")).hasSize(1);
    return stored("orders").get(0);
  }
}
