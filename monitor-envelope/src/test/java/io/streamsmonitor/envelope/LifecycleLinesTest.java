package io.streamsmonitor.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.LifecycleEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadGroupParams;

class LifecycleLinesTest extends RedisTest {
  private static final List<String> COMMON =
      List.of(
          "level",
          "timestamp",
          "service",
          "correlationId",
          "traceId",
          "event",
          "message",
          "durationMs",
          "error");

  @Test
  void publishConsumeAndAckTellOneStory() throws Exception {
    redis.consumer("orders", "billing").handle((event, message) -> {});
    String id = redis.publisher("orders").publish(Map.of("order", 7), EventContext.start("c-1"));

    JsonNode publish = line(sink.await(EventNames.PUBLISH, 1, SOON).get(0));
    JsonNode consume = line(sink.await(EventNames.CONSUME, 1, SOON).get(0));
    JsonNode ack = line(sink.await(EventNames.ACK, 1, SOON).get(0));

    assertThat(List.of(publish, consume, ack))
        .allSatisfy(
            line -> {
              assertThat(names(line).subList(0, 9)).isEqualTo(COMMON);
              assertThat(line.get("correlationId").textValue()).isEqualTo("c-1");
              assertThat(line.get("service").textValue()).isEqualTo("billing");
              assertThat(line.get("stream").textValue()).isEqualTo("orders");
              assertThat(line.get("messageId").textValue()).isEqualTo(id);
              assertThat(line.get("durationMs").isIntegralNumber()).isTrue();
              assertThat(line.get("error").isNull()).isTrue();
              assertThat(line.get("timestamp").textValue()).endsWith("Z").hasSize(24);
            });
    assertThat(publish.get("payloadFields").get(0).textValue()).isEqualTo("order");
    assertThat(publish.has("publishedAt")).isTrue();
    assertThat(consume.get("lagMs").isIntegralNumber()).isTrue();
    assertThat(consume.get("receivedAt").textValue()).endsWith("Z");
    assertThat(consume.get("consumerGroup").textValue()).isEqualTo("billing");
    assertThat(consume.get("consumer").textValue()).isEqualTo("billing");
    assertThat(ack.get("processingDurationMs").isIntegralNumber()).isTrue();
    assertThat(ack.get("consumerGroup").textValue()).isEqualTo("billing");
  }

  @Test
  void plainReadAndAckAreToldAsWell() {
    redis.jedis().xgroupCreate("orders", "billing", new StreamEntryID(0, 0), true);
    String id = redis.publisher("orders").publish("{}", EventContext.start("c-2"));

    redis
        .jedis()
        .xreadGroup(
            "billing",
            "worker-1",
            XReadGroupParams.xReadGroupParams().count(10),
            Map.of("orders", StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
    redis.jedis().xack("orders", "billing", new StreamEntryID(id));

    LifecycleEvent consume = sink.await(EventNames.CONSUME, 1, SOON).get(0);
    assertThat(consume.correlationId()).isEqualTo("c-2");
    assertThat(consume.field("consumer")).isEqualTo("worker-1");
    LifecycleEvent ack = sink.await(EventNames.ACK, 1, SOON).get(0);
    assertThat(ack.correlationId()).isEqualTo("c-2");
    assertThat(ack.field("messageId")).isEqualTo(id);
  }

  @Test
  void bareEntriesAreConsumedAndFlagged() {
    addBare("orders", Map.of("order", "7"));
    List<EventEnvelope> seen = new ArrayList<>();
    redis.consumer("orders", "billing").handle((event, message) -> seen.add(event));

    sink.await(EventNames.ACK, 1, SOON);

    LifecycleEvent consume = sink.events(EventNames.CONSUME).get(0);
    assertThat(consume.field("enveloped")).isEqualTo(false);
    assertThat(consume.correlationId()).isEqualTo(consume.field("messageId"));
    assertThat(seen.get(0).payload()).isEqualTo("{\"order\":\"7\"}");
  }

  @Test
  void healthIsReportedForEachStreamAndGroup() throws Exception {
    try (MonitoredRedis eager =
        MonitoredRedis.builder("eager")
            .redis(server.uri())
            .sink(sink)
            .healthEvery(Duration.ofMillis(50))
            .start()) {
      eager.consumer("orders", "eager").handle((event, message) -> {});
      eager.publisher("orders").publish("{}");
      sink.await(EventNames.ACK, 1, SOON);

      JsonNode health =
          line(
              sink.await(
                      event ->
                          event.event().equals(EventNames.CHANNEL_HEALTH)
                              && Long.valueOf(1).equals(event.field("messagesConsumedLastMinute"))
                              && Long.valueOf(0).equals(event.field("pendingCount")),
                      "health of one message",
                      1,
                      SOON)
                  .get(0));

      assertThat(names(health))
          .contains("avgLagMs", "maxLagMs", "errorsLastMinute", "consumerGroup", "stream");
      assertThat(health.get("avgLagMs").isIntegralNumber()).isTrue();
    }
  }

  @Test
  void retriesAreNoLag() {
    redis
        .consumer("orders", "billing")
        .retry(RetryPolicy.fixed(Duration.ofMillis(1)))
        .handle(
            (event, message) -> {
              if (message.deliveryCount() < 3) {
                throw new IllegalStateException("not yet");
              }
            });
    redis.publisher("orders").publish("{}");
    sink.await(EventNames.ACK, 1, SOON);
    redis.close();

    LifecycleEvent health = sink.events(EventNames.CHANNEL_HEALTH).get(0);
    assertThat(health.field("messagesConsumedLastMinute")).isEqualTo(1L);
    assertThat(health.field("errorsLastMinute")).isEqualTo(2L);
  }

  @Test
  void startAndShutdownNameEverything() throws Exception {
    MonitoredRedis service =
        MonitoredRedis.builder("shop").redis(server.uri()).port(8081).sink(sink).start();
    service.publisher("invoices");
    service
        .consumer("orders", "shop")
        .retry(RetryPolicy.none())
        .handle(
            (event, message) -> {
              throw new IllegalStateException("cannot");
            });
    service.started();
    service.started();
    service.publisher("orders").publish("{}");
    sink.await(EventNames.FAILED, 1, SOON);
    service.close();
    service.close(ShutdownReason.ERROR);

    List<LifecycleEvent> starts = sink.events(EventNames.STARTED);
    assertThat(starts).hasSize(1);
    JsonNode started = line(starts.get(0));
    assertThat(started.get("port").intValue()).isEqualTo(8081);
    assertThat(started.get("subscribedStreams").get(0).textValue()).isEqualTo("orders");
    assertThat(started.get("publishedStreams").get(0).textValue()).isEqualTo("invoices");
    assertThat(started.get("consumerGroups").get(0).textValue()).isEqualTo("shop");
    List<LifecycleEvent> ends = sink.events(EventNames.SHUTDOWN);
    assertThat(ends).hasSize(1);
    assertThat(ends.get(0).field("reason")).isEqualTo("manual");
    assertThat(ends.get(0).field("pendingMessages")).isEqualTo(1L);
    assertThat(sink.events(EventNames.CHANNEL_HEALTH)).hasSize(1);
  }

  private static JsonNode line(LifecycleEvent event) throws Exception {
    return new ObjectMapper().readTree(event.toJson());
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
