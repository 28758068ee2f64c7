package io.streamsmonitor.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloudEventsTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";

  @ParameterizedTest
  @EnumSource(WireFormat.class)
  void everyFormatIsReadBackWithoutSayingWhichItWas(WireFormat format) {
    EventEnvelope event = event(null, "{\"n\":1,\"a\":[true,null]}", Map.of("x-tenant", "7"));

    EventEnvelope read = EventEnvelope.fromFields(format.write(event, "orders"), "1-0");

    assertThat(withoutEventId(read)).isEqualTo(event);
    assertThat(EnvelopeReader.isEnvelopedInAnyDialect(format.write(event, "orders"))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(WireFormat.class)
  void anEventPassedOnKeepsItsIdAndWhatNobodyHereKnows(WireFormat format) {
    Map<String, String> foreign =
        Map.of(
            "ce_specversion", "1.0",
            "ce_id", "e-1",
            "ce_source", "shop",
            "ce_type", "order.placed",
            "ce_partitionkey", "eu",
            "x-Unknown", "kept",
            "data", "{}");

    EventEnvelope event = EventEnvelope.fromFields(foreign, "1-0");
    EventEnvelope again = EventEnvelope.fromFields(format.write(event, "orders"), "2-0");

    assertThat(again.extra())
        .containsEntry("cloudEventId", "e-1")
        .containsEntry("partitionkey", "eu")
        .containsEntry("x-Unknown", "kept");
  }

  @ParameterizedTest
  @EnumSource(WireFormat.class)
  void textOfAnyKindSurvives(WireFormat format) {
    for (String payload : new String[] {"\"quoted\"", "17", "null", "[1]", "\u00e9\n\u2028\""}) {
      EventEnvelope event = event(null, payload, Map.of());

      assertThat(EventEnvelope.fromFields(format.write(event, "s"), "1-0").payload())
          .isEqualTo(payload);
    }
    EventEnvelope plain = event("text/csv", "a;b", Map.of());
    assertThat(withoutEventId(EventEnvelope.fromFields(format.write(plain, "s"), "1-0")))
        .isEqualTo(plain);
  }

  @Test
  void binaryModeIsWhatTheBindingSays() {
    Map<String, String> fields =
        WireFormat.CLOUDEVENTS_BINARY.write(event(null, "{}", Map.of()), "orders");

    assertThat(fields)
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_source", "shop")
        .containsEntry("ce_type", "order.placed")
        .containsEntry("ce_time", "2026-05-01T10:00:00.120Z")
        .containsEntry("ce_correlationid", "c-1")
        .containsEntry("ce_causationid", "5-0")
        .containsEntry("ce_traceparent", "00-" + TRACE + "-" + SPAN + "-01")
        .containsEntry("ce_schemaversion", "1.0")
        .containsEntry("content-type", "application/json")
        .containsEntry("data", "{}")
        .containsKey("ce_id")
        .hasSize(11);
  }

  @Test
  void structuredModeIsOneFieldOfJson() {
    Map<String, String> fields =
        WireFormat.CLOUDEVENTS_STRUCTURED.write(event(null, "{\"n\":1}", Map.of()), "orders");

    assertThat(fields).containsOnlyKeys("cloudevents");
    assertThat(fields.get("cloudevents"))
        .contains("\"datacontenttype\":\"application/json\",\"data\":{\"n\":1}");
  }

  @Test
  void theStreamStandsInForAMissingType() {
    EventEnvelope untyped = EventEnvelope.fromFields(Map.of("payload", "{}"), "1-0");

    assertThat(WireFormat.CLOUDEVENTS_BINARY.write(untyped, "orders"))
        .containsEntry("ce_type", "orders");
  }

  @Test
  void decodesBase64AndLeavesBytesThatAreNoTextEncoded() {
    String json = "{\"specversion\":\"1.0\",\"id\":\"e\",\"source\":\"s\",\"data_base64\":\"%s\"}";

    EventEnvelope text = EventEnvelope.fromFields(Map.of("e", json.formatted("eyJuIjoxfQ==")));
    EventEnvelope bytes = EventEnvelope.fromFields(Map.of("e", json.formatted("//79")));

    assertThat(text.payload()).isEqualTo("{\"n\":1}");
    assertThat(bytes.payload()).isEqualTo("//79");
    assertThat(bytes.extra()).containsEntry("payloadEncoding", "base64");
  }

  private static EventEnvelope event(
      @Nullable String contentType, String payload, Map<String, String> extra) {
    return new EventEnvelope(
        "c-1",
        "5-0",
        TRACE,
        SPAN,
        "shop",
        Instant.parse("2026-05-01T10:00:00.120Z"),
        "1.0",
        "order.placed",
        contentType,
        payload,
        extra);
  }

  private static EventEnvelope withoutEventId(EventEnvelope event) {
    Map<String, String> extra = new LinkedHashMap<>(event.extra());
    extra.remove("cloudEventId");
    return new EventEnvelope(
        event.correlationId(),
        event.causationId(),
        event.traceId(),
        event.spanId(),
        event.originService(),
        event.publishedAt(),
        event.schemaVersion(),
        event.type(),
        event.contentType(),
        event.payload(),
        extra);
  }
}
