package io.streamsmonitor.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.LifecycleEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadGroupParams;

class FailingHandlersTest extends RedisTest {
  private static final RetryPolicy AT_ONCE = RetryPolicy.fixed(Duration.ofMillis(5));

  @Test
  void retriesThenBuriesAPoisonMessage() {
    String password = "hunter" + 2;
    redis
        .consumer("orders", "billing")
        .retry(AT_ONCE)
        .deadLetterAfter(3, "orders.dead")
        .handle(
            (event, message) -> {
              throw new IllegalStateException("no route, password=" + password);
            });

    String id = redis.publisher("orders").publish(Map.of("order", 7), EventContext.start("c-1"));

    List<LifecycleEvent> failures = sink.await(EventNames.FAILED, 3, SOON);
    sink.await(EventNames.ACK, 1, SOON);
    assertThat(failures).extracting(e -> e.field("deliveryCount")).containsExactly(1L, 2L, 3L);
    assertThat(failures).extracting(e -> e.field("willRetry")).containsExactly(true, true, false);
    assertThat(failures).extracting(e -> e.field("messageId")).containsOnly(id);
    assertThat(failures).extracting(LifecycleEvent::correlationId).containsOnly("c-1");
    assertThat(failures.get(0).error()).contains("no route").doesNotContain(password);
    assertThat(failures.get(0).toJson()).doesNotContain(password);
    assertThat(failures.get(2).field("deadLetterStream")).isEqualTo("orders.dead");
    assertThat(stored("orders.dead"))
        .singleElement()
        .satisfies(
            dead ->
                assertThat(dead)
                    .containsEntry("correlationId", "c-1")
                    .containsEntry("payload", "{\"order\":7}")
                    .containsEntry("deadLetterOfStream", "orders")
                    .containsEntry("deadLetterOfMessage", id)
                    .containsEntry("deliveryCount", "3"));
    assertThat(redis.client().pending("orders", "billing")).isZero();
  }

  @Test
  void anErrorDoesNotEndTheConsumer() {
    AtomicInteger calls = new AtomicInteger();
    redis
        .consumer("orders", "billing")
        .retry(AT_ONCE)
        .handle(
            (event, message) -> {
              if (calls.incrementAndGet() == 1) {
                throw new StackOverflowError("deep");
              }
            });

    redis.publisher("orders").publish("{}");

    assertThat(sink.await(EventNames.ACK, 1, SOON)).hasSize(1);
    assertThat(sink.events(EventNames.CONSUME).get(1).field("deliveryCount")).isEqualTo(2L);
  }

  @Test
  void aHandlerMayGiveUpAtOnce() {
    redis
        .consumer("orders", "billing")
        .deadLetterAfter(5, "orders.dead")
        .handle(
            (event, message) -> {
              throw new UndeliverableException("customer is gone");
            });

    redis.publisher("orders").publish("{}");

    assertThat(sink.await(EventNames.FAILED, 1, SOON).get(0).field("willRetry")).isEqualTo(false);
    sink.await(EventNames.ACK, 1, SOON);
    assertThat(stored("orders.dead").get(0).get("deadLetterReason")).contains("customer is gone");
  }

  @Test
  void aNewerSchemaGoesToTheDeadLettersWithoutBeingHandled() {
    AtomicInteger calls = new AtomicInteger();
    redis
        .consumer("orders", "billing")
        .deadLetterAfter(5, "orders.dead")
        .handle((event, message) -> calls.incrementAndGet());

    addBare("orders", Map.of("correlationId", "c-1", "schemaVersion", "2.0", "payload", "{}"));
    addBare("orders", Map.of("correlationId", "c-2", "schemaVersion", "1.7", "payload", "{}"));

    sink.await(EventNames.ACK, 2, SOON);
    assertThat(calls).hasValue(1);
    assertThat(stored("orders.dead").get(0).get("deadLetterReason")).contains("2.0");
    assertThat(stored("orders.dead").get(0))
        .containsKeys("traceId", "spanId", "originService", "publishedAt");
    assertThat(sink.events("envelope.newerSchema")).hasSize(1);
  }

  @Test
  void takesOverWhatADeadConsumerLeft() {
    String id = leftBehindBy("dead-consumer");

    redis
        .consumer("orders", "billing")
        .claimIdle(Duration.ofMillis(1))
        .handle((event, message) -> {});

    LifecycleEvent ack = sink.await(EventNames.ACK, 1, SOON).get(0);
    assertThat(ack.field("messageId")).isEqualTo(id);
    assertThat(sink.events(EventNames.CONSUME).get(0).field("deliveryCount")).isEqualTo(2L);
  }

  @Test
  void reportsPendingEntriesLostToTrimming() {
    String id = leftBehindBy("dead-consumer");
    try (Jedis jedis = server.connect()) {
      jedis.xtrim("orders", 0, false);
    }

    redis
        .consumer("orders", "billing")
        .claimIdle(Duration.ofMillis(1))
        .handle((event, message) -> {});

    LifecycleEvent lost = sink.await(EventNames.LOST, 1, SOON).get(0);
    assertThat(lost.field("messageId")).isEqualTo(id);
    assertThat(lost.field("consumerGroup")).isEqualTo("billing");
  }

  @Test
  void anEarlierProcessOfTheSameNameIsContinued() {
    String id = leftBehindBy("billing");

    redis.consumer("orders", "billing").handle((event, message) -> {});

    assertThat(sink.await(EventNames.ACK, 1, SOON).get(0).field("messageId")).isEqualTo(id);
  }

  private String leftBehindBy(String consumer) {
    String id = redis.publisher("orders").publish("{}");
    try (Jedis jedis = server.connect()) {
      jedis.xgroupCreate("orders", "billing", new StreamEntryID(0, 0), true);
      jedis.xreadGroup(
          "billing",
          consumer,
          XReadGroupParams.xReadGroupParams().count(10),
          Map.of("orders", StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
    }
    return id;
  }
}
