package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.Fields;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event as it travels: what happened, and where it belongs.
 *
 * @param correlationId one story, from the request that began it to its last consequence
 * @param causationId id of the stream entry whose handling published this one; {@code null} at the
 *     start of a story
 * @param traceId 32 hex digits, as in W3C Trace Context
 * @param spanId 16 hex digits, the span that published
 * @param originService name of the publishing service
 * @param publishedAt by the clock of the publisher, to the millisecond
 * @param schemaVersion {@code major.minor} of this envelope
 * @param type what kind of event, where the publisher says so
 * @param contentType of the payload; {@code null} means JSON
 * @param payload UTF-8 text, JSON unless {@code contentType} says otherwise
 * @param extra fields of the entry that are not part of the envelope, kept as they came
 */
public record EventEnvelope(
    String correlationId,
    @Nullable String causationId,
    String traceId,
    String spanId,
    String originService,
    Instant publishedAt,
    String schemaVersion,
    @Nullable String type,
    @Nullable String contentType,
    String payload,
    Map<String, String> extra) {

  /** The schema version this library writes. */
  public static final String CURRENT_SCHEMA = "1.0";

  public EventEnvelope {
    Objects.requireNonNull(correlationId, Fields.CORRELATION_ID);
    Objects.requireNonNull(traceId, Fields.TRACE_ID);
    Objects.requireNonNull(spanId, Fields.SPAN_ID);
    Objects.requireNonNull(originService, Fields.ORIGIN_SERVICE);
    Objects.requireNonNull(publishedAt, Fields.PUBLISHED_AT);
    Objects.requireNonNull(schemaVersion, Fields.SCHEMA_VERSION);
    Objects.requireNonNull(payload, Fields.PAYLOAD);
    extra = extra.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  /** This envelope with the type of event named. */
  public EventEnvelope withType(String newType) {
    return new EventEnvelope(
        correlationId,
        causationId,
        traceId,
        spanId,
        originService,
        publishedAt,
        schemaVersion,
        newType,
        contentType,
        payload,
        extra);
  }

  /** The fields of the stream entry, in the order in which they are written. */
  public Map<String, String> toFields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(Fields.CORRELATION_ID, correlationId);
    put(fields, Fields.CAUSATION_ID, causationId);
    fields.put(Fields.TRACE_ID, traceId);
    fields.put(Fields.SPAN_ID, spanId);
    fields.put(Fields.ORIGIN_SERVICE, originService);
    fields.put(Fields.PUBLISHED_AT, Iso.millis(publishedAt));
    fields.put(Fields.SCHEMA_VERSION, schemaVersion);
    put(fields, Fields.TYPE, type);
    put(fields, Fields.CONTENT_TYPE, contentType);
    fields.put(Fields.PAYLOAD, payload);
    extra.forEach(fields::putIfAbsent);
    return fields;
  }

  /**
   * The whole event as one object of JSON in UTF-8, which {@link #fromFields} reads back when it is
   * the value of a single field. A payload of JSON stands in it as it is, any other as text.
   */
  public byte[] toJson() {
    return EnvelopeJson.write(this);
  }

  /**
   * Reads an entry of any dialect: flat fields, CloudEvents, one field of JSON, or a bare entry.
   *
   * @param messageId id of the entry; a bare entry is correlated by it and dated from it
   */
  public static EventEnvelope fromFields(Map<String, String> fields, String messageId) {
    return EnvelopeReader.read(fields, messageId);
  }

  /** As {@link #fromFields(Map, String)} for fields that are not, or not yet, in a stream. */
  public static EventEnvelope fromFields(Map<String, String> fields) {
    return EnvelopeReader.read(fields, "0-0");
  }

  /**
   * The payload as an object of this type; unknown properties are ignored.
   *
   * @throws IllegalArgumentException when the payload is not JSON of that shape
   */
  public <T> T payloadAs(Class<T> wanted) {
    return PayloadJson.read(payload, wanted);
  }

  /** The W3C header that carries the trace on to a call over HTTP. */
  public String traceparent() {
    return "00-" + traceId + "-" + spanId + "-01";
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
