package io.streamsmonitor.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventEnvelopeTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";

  @Test
  void survivesTheWayThroughItsFields() {
    EventEnvelope event =
        new EventEnvelope(
            "c-1",
            "5-0",
            TRACE,
            SPAN,
            "shop",
            Instant.parse("2026-05-01T10:00:00.120Z"),
            "1.0",
            "order.placed",
            null,
            "{\"n\":1}",
            Map.of("x-tenant", "7"));

    assertThat(EventEnvelope.fromFields(event.toFields(), "1-0")).isEqualTo(event);
    assertThat(event.toFields()).containsEntry("publishedAt", "2026-05-01T10:00:00.120Z");
    assertThat(event.traceparent()).isEqualTo("00-" + TRACE + "-" + SPAN + "-01");
  }

  @Test
  void readsCloudEventsInBinaryMode() {
    EventEnvelope event =
        EventEnvelope.fromFields(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", "e-1",
                "ce_source", "shop",
                "ce_type", "order.placed",
                "ce_time", "2026-05-01T12:00:00+02:00",
                "ce_traceparent", "00-" + TRACE + "-" + SPAN + "-01",
                "content-type", "application/json",
                "data", "{\"n\":1}"),
            "9-0");

    assertThat(event.correlationId()).isEqualTo("e-1");
    assertThat(event.originService()).isEqualTo("shop");
    assertThat(event.type()).isEqualTo("order.placed");
    assertThat(event.publishedAt()).isEqualTo("2026-05-01T10:00:00Z");
    assertThat(event.traceId()).isEqualTo(TRACE);
    assertThat(event.spanId()).isEqualTo(SPAN);
    assertThat(event.contentType()).isNull();
    assertThat(event.payload()).isEqualTo("{\"n\":1}");
  }

  @Test
  void readsCloudEventsInStructuredMode() {
    EventEnvelope event =
        EventEnvelope.fromFields(
            Map.of(
                "event",
                "{\"specversion\":\"1.0\",\"id\":\"e-1\",\"source\":\"shop\",\"type\":\"t\","
                    + "\"correlationid\":\"c-9\",\"data\":{\"n\":1}}"),
            "1777629600000-0");

    assertThat(event.correlationId()).isEqualTo("c-9");
    assertThat(event.payload()).isEqualTo("{\"n\":1}");
    assertThat(event.publishedAt()).isEqualTo(Instant.ofEpochMilli(1777629600000L));
  }

  @Test
  void readsAnEnvelopeInOneFieldOfJson() {
    EventEnvelope event =
        EventEnvelope.fromFields(
            Map.of(
                "data",
                "{\"correlationId\":\"c-1\",\"traceId\":\""
                    + TRACE
                    + "\",\"originService\":\"shop\",\"payload\":{\"n\":1},\"tenant\":7}"),
            "9-0");

    assertThat(event.correlationId()).isEqualTo("c-1");
    assertThat(event.traceId()).isEqualTo(TRACE);
    assertThat(event.payload()).isEqualTo("{\"n\":1}");
    assertThat(event.extra()).containsEntry("tenant", "7");
  }

  @Test
  void correlatesABareEntryByItsId() {
    EventEnvelope event = EventEnvelope.fromFields(Map.of("n", "1"), "1777629600000-3");

    assertThat(event.correlationId()).isEqualTo("1777629600000-3");
    assertThat(event.publishedAt()).isEqualTo(Instant.ofEpochMilli(1777629600000L));
    assertThat(event.originService()).isEqualTo("unknown");
    assertThat(event.traceId())
        .matches("[0-9a-f]{32}")
        .isEqualTo(EventEnvelope.fromFields(Map.of("n", "1"), "1777629600000-3").traceId());
    assertThat(event.payload()).isEqualTo("{\"n\":\"1\"}");
    assertThat(EnvelopeReader.isEnvelopedInAnyDialect(Map.of("n", "1"))).isFalse();
  }

  @Test
  void doesNotTakeOddInputForAnEnvelope() {
    assertThat(EventEnvelope.fromFields(Map.of("d", "{\"correlationId\":"), "7-0").correlationId())
        .isEqualTo("7-0");
    assertThat(EventEnvelope.fromFields(Map.of("d", "{\"a\":\"correlationId\"}"), "7-0").payload())
        .contains("correlationId");
    assertThat(EventEnvelope.fromFields(Map.of("publishedAt", "yesterday"), "7-0").publishedAt())
        .isEqualTo(Instant.ofEpochMilli(7));
  }

  @Test
  void readsAndWritesTimesAndIgnoresUnknownProperties() {
    record Placed(Instant at, int n) {}
    String json = PayloadJson.write(new Placed(Instant.EPOCH, 1));

    assertThat(json).isEqualTo("{\"at\":\"1970-01-01T00:00:00Z\",\"n\":1}");
    assertThat(PayloadJson.read("{\"at\":\"1970-01-01T00:00:00Z\",\"n\":1,\"x\":2}", Placed.class))
        .isEqualTo(new Placed(Instant.EPOCH, 1));
  }

  @Test
  void doesNotQuoteThePayloadItCannotRead() {
    assertThatThrownBy(() -> PayloadJson.read("{\"card\":\"4111\"", Map.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.util.Map")
        .hasMessageNotContaining("4111")
        .hasNoCause();
  }
}
