package io.streamsmonitor.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.LifecycleEvent;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

class DedupeTest extends RedisTest {
  private final AtomicInteger handled = new AtomicInteger();

  @BeforeEach
  void nothingIsHandledYet() {
    handled.set(0);
  }

  @Test
  void anEventPublishedTwiceIsHandledOnce() {
    redis
        .consumer("orders", "billing")
        .dedupe(Duration.ofMinutes(1))
        .handle((event, message) -> handled.incrementAndGet());
    for (int i = 0; i < 2; i++) {
      addBare("orders", Map.of("ce_specversion", "1.0", "ce_id", "e-1", "ce_source", "shop"));
    }
    addBare("orders", Map.of("ce_specversion", "1.0", "ce_id", "e-1", "ce_source", "other"));

    assertThat(sink.await(EventNames.ACK, 3, SOON))
        .extracting(line -> line.field("duplicate"))
        .containsExactly(null, true, null);
    assertThat(handled).hasValue(2);
    assertThat(redis.client().pending("orders", "billing")).isZero();
  }

  @Test
  void theServiceSaysWhatMakesTwoMessagesTheSame() {
    redis
        .consumer("orders", "billing")
        .dedupe(
            Duration.ofMinutes(1), message -> String.valueOf(message.as(Map.class).get("order")))
        .handle((event, message) -> handled.incrementAndGet());
    redis.publisher("orders").publish(Map.of("order", 7));
    redis.publisher("orders").publish(Map.of("order", 8));
    redis.publisher("orders").publish(Map.of("order", 7));

    sink.await(EventNames.ACK, 3, SOON);
    assertThat(handled).hasValue(2);
  }

  @Test
  void anotherGroupHandlesItToo() {
    for (String group : new String[] {"billing", "audit"}) {
      redis
          .consumer("orders", group)
          .dedupe(Duration.ofMinutes(1))
          .handle((event, message) -> handled.incrementAndGet());
    }
    redis.publisher("orders").publish("{}");

    sink.await(EventNames.ACK, 2, SOON);
    assertThat(handled).hasValue(2);
  }

  @Test
  void aFailureIsNoReasonToSkipTheNextDelivery() {
    redis
        .consumer("orders", "billing")
        .retry(RetryPolicy.fixed(Duration.ofMillis(5)))
        .dedupe(Duration.ofMinutes(1))
        .handle(
            (event, message) -> {
              if (handled.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
              }
            });
    redis.publisher("orders").publish("{}");

    LifecycleEvent ack = sink.await(EventNames.ACK, 1, SOON).get(0);
    assertThat(ack.field("duplicate")).isNull();
    assertThat(handled).hasValue(3);
  }

  @Test
  void forgetsAfterTheWindow() {
    redis
        .consumer("orders", "billing")
        .dedupe(Duration.ofMinutes(1))
        .handle((event, message) -> handled.incrementAndGet());
    String id = redis.publisher("orders").publish("{}");
    sink.await(EventNames.ACK, 1, SOON);

    try (Jedis jedis = server.connect()) {
      assertThat(jedis.pttl("handled:{orders}:billing:" + id)).isBetween(1L, 60_000L);
    }
  }
}
