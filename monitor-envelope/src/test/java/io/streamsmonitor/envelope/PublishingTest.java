package io.streamsmonitor.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.LifecycleEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublishingTest extends RedisTest {
  record Order(String id, int pieces) {}

  @ParameterizedTest
  @EnumSource(WireFormat.class)
  void everyFormatIsPublishedOnceAndTellsOneStory(WireFormat format) {
    ConcurrentLinkedQueue<Order> received = new ConcurrentLinkedQueue<>();
    redis
        .consumer("orders", "billing")
        .handle(Codec.json(Order.class), (order, message) -> received.add(order));

    EventContext story = EventContext.start("c-1");
    redis
        .publisher("orders")
        .format(format)
        .of(Codec.json(Order.class))
        .publish(new Order("o-1", 3), story);

    sink.await(EventNames.ACK, 1, SOON);
    LifecycleEvent published = sink.events(EventNames.PUBLISH).get(0);
    LifecycleEvent consumed = sink.events(EventNames.CONSUME).get(0);
    assertThat(received).containsExactly(new Order("o-1", 3));
    assertThat(List.of(published, consumed))
        .allMatch(line -> "c-1".equals(line.correlationId()))
        .allMatch(line -> story.traceId().equals(line.traceId()));
    assertThat(published.field("payloadFields")).isEqualTo(List.of("id", "pieces"));
    assertThat(consumed.field("enveloped")).isNull();
    assertThat(stored("orders").get(0)).hasSize(sizeOf(format));
  }

  private static int sizeOf(WireFormat format) {
    return switch (format) {
      case FLAT -> 7;
      case CLOUDEVENTS_BINARY -> 10;
      case CLOUDEVENTS_STRUCTURED -> 1;
    };
  }

  @Test
  void aBareEntryIsHandledAndFlagged() {
    redis.consumer("orders", "billing").handle((event, message) -> {});
    addBare("orders", Map.of("order", "7"));

    sink.await(EventNames.ACK, 1, SOON);
    assertThat(sink.events(EventNames.CONSUME).get(0).field("enveloped")).isEqualTo(false);
  }

  @Test
  void aPayloadThatCannotBeDecodedIsNotRetried() {
    redis
        .consumer("orders", "billing")
        .deadLetterAfter(5, "orders.dead")
        .handle(Codec.json(Order.class), (order, message) -> {});
    redis.publisher("orders").publish("{\"pieces\":\"many\"}");

    sink.await(EventNames.ACK, 1, SOON);
    assertThat(sink.events(EventNames.FAILED)).hasSize(1);
    assertThat(stored("orders.dead").get(0).get("deadLetterReason"))
        .contains("cannot be decoded")
        .doesNotContain("many");
  }

  @Test
  void aPayloadThatIsTooLargeIsRefusedBeforeItIsSent() {
    try (MonitoredRedis strict =
        MonitoredRedis.builder("strict")
            .redis(server.uri())
            .sink(sink)
            .maxPayloadBytes(30)
            .start()) {
      StreamPublisher orders = strict.publisher("orders");
      orders.publish("\"" + "x".repeat(28) + "\"");
      orders.publish("\"" + "\u20ac".repeat(9) + "\"");

      assertThatThrownBy(() -> orders.publish("\"" + "\u20ac".repeat(10) + "\""))
          .isInstanceOf(PayloadTooLargeException.class)
          .hasMessageContaining("orders has 32 bytes, at most 30")
          .hasMessageContaining("maxPayloadBytes");
      assertThat(stored("orders")).hasSize(2);
    }
  }
}
