package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.envelope.events.LifecycleEvent;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.params.XReadParams;

/** The plain API writes the same lines whether its sink takes bytes or objects. */
class SameLinesTest extends RedisTest {
  private static final XAddParams ADD = XAddParams.xAddParams();

  @Test
  void asBytesAndAsObjects() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RecordingSink objects = new RecordingSink();
    tell(JsonLineSink.to(bytes));
    tell(objects);

    List<String> asObjects =
        objects.events().stream().map(LifecycleEvent::toJson).map(SameLinesTest::alike).toList();
    List<String> asBytes = bytes.toString(UTF_8).lines().map(SameLinesTest::alike).toList();
    assertThat(asBytes).isEqualTo(asObjects);
    assertThat(asBytes).hasSizeGreaterThan(20);
  }

  private void tell(EventSink sink) {
    try (MonitoredRedis told =
        MonitoredRedis.builder("told").redis(server.uri()).sink(sink).start()) {
      RedisClient jedis = told.jedis();
      jedis.xadd("orders", ADD, Map.of("payload", "{\"id\":\"o-1\",\"lines\":[{\"sku\":1}]}"));
      jedis.xadd("orders", ADD, Map.of("payload", "no JSON"));
      jedis.xadd("orders", ADD, Map.of("payload", "{\"ü \\\" \\n\":1,\"b\":\"}\"}", "more", "1"));
      jedis.xadd("orders", ADD, Map.of("order", "7"));
      jedis.xadd("orders", ADD, Map.of("payload", "{}", "correlationId", "c \"1\"\n\u2028é"));
      jedis.xadd("orders", ADD, Map.of("payload", "{}", "traceId", "t-1", "publishedAt", "once"));
      jedis.xadd("orders", ADD, CloudEvents.binary(event("cloud"), "orders"));
      jedis.xadd("orders", ADD, event("whole").toFields());
      EventContext.of("c-2", "1-1", "t-2", "s-2")
          .wrap(() -> jedis.xadd("orders", ADD, Map.of("payload", "{\"inside\":true}")))
          .run();
      try (Pipeline pipeline = jedis.pipelined()) {
        pipeline.xadd("orders", ADD, Map.of("payload", "{\"piped\":1}"));
        pipeline.xadd("a \"stream\"", ADD, Map.of("payload", "{\"piped\":2}"));
      }
      addBare("orders", Map.of("bare", "1"));
      addBare("orders", Map.of("correlationId", "c-3", "traceId", "", "payload", "{}"));
      read(jedis);
    }
    try (Jedis jedis = server.connect()) {
      jedis.flushAll();
    }
  }

  private static void read(RedisClient jedis) {
    jedis.xgroupCreate("orders", "billing", new StreamEntryID("0-0"), false);
    List<StreamEntryID> ids =
        jedis
            .xreadGroup(
                "billing",
                "billing-1",
                XReadGroupParams.xReadGroupParams(),
                Map.of("orders", StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY))
            .get(0)
            .getValue()
            .stream()
            .map(entry -> entry.getID())
            .toList();
    jedis.xack("orders", "billing", ids.toArray(StreamEntryID[]::new));
    jedis.xread(XReadParams.xReadParams().count(3), Map.of("orders", new StreamEntryID("0-0")));
    jedis.xgroupCreate("orders", "audit", new StreamEntryID("0-0"), false);
    readElsewhere(jedis, ids.get(0));
  }

  /** What was delivered to a process that is gone is acknowledged here. */
  private static void readElsewhere(RedisClient jedis, StreamEntryID id) {
    jedis.executeCommand(
        new CommandArguments(Command.XCLAIM)
            .key("orders")
            .addObjects("audit", "audit-1", "0", id.toString(), "FORCE", "JUSTID"));
    assertThat(jedis.xack("orders", "audit", id)).isEqualTo(1);
  }

  private static EventEnvelope event(String name) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("correlationId", name);
    fields.put("traceId", "trace of " + name);
    fields.put("spanId", "s");
    fields.put("originService", "elsewhere");
    fields.put("publishedAt", "2026-05-01T10:00:00.123Z");
    fields.put("schemaVersion", "1.0");
    fields.put("payload", "{\"" + name + "\":1}");
    return EventEnvelope.fromFields(fields, "1-0");
  }

  /** Without what differs from run to run: times, ids and how long it took. */
  private static String alike(String line) {
    return line.replaceAll("\\d{13}-\\d+", "ID")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "UUID")
        .replaceAll("\\b[0-9a-f]{32}\\b", "TRACE")
        .replaceAll("(Ms|LagMs)\":-?\\d+", "$1\":0");
  }
}
