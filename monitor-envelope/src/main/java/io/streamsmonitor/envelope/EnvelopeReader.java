package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.Fields;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a stream entry, whoever wrote them, as an envelope. */
final class EnvelopeReader {
  private static final Set<String> REQUIRED =
      Set.of(
          Fields.CORRELATION_ID,
          Fields.TRACE_ID,
          Fields.SPAN_ID,
          Fields.ORIGIN_SERVICE,
          Fields.PUBLISHED_AT,
          Fields.SCHEMA_VERSION);
  private static final Set<String> OWN =
      Set.of(
          Fields.CORRELATION_ID,
          Fields.CAUSATION_ID,
          Fields.TRACE_ID,
          Fields.SPAN_ID,
          Fields.ORIGIN_SERVICE,
          Fields.PUBLISHED_AT,
          Fields.SCHEMA_VERSION,
          Fields.TYPE,
          Fields.CONTENT_TYPE,
          Fields.PAYLOAD);

  private EnvelopeReader() {}

  /** Whether the entry says in its own fields to which story it belongs. */
  static boolean isEnveloped(Map<String, String> fields) {
    return fields.containsKey(Fields.CORRELATION_ID);
  }

  /** Whether all six fields are there that every event must carry. */
  static boolean isComplete(Collection<String> names) {
    return names.containsAll(REQUIRED);
  }

  /** Whether the entry says to which story it belongs, in any dialect. */
  static boolean isEnvelopedInAnyDialect(Map<String, String> fields) {
    return isEnveloped(fields) || ForeignDialect.translate(fields) != null;
  }

  static EventEnvelope read(Map<String, String> fields, String messageId) {
    if (isEnveloped(fields)) {
      return flat(fields, messageId);
    }
    Map<String, String> translated = ForeignDialect.translate(fields);
    return flat(translated == null ? fields : translated, messageId);
  }

  private static EventEnvelope flat(Map<String, String> fields, String messageId) {
    Map<String, String> extra = new LinkedHashMap<>(fields);
    extra.keySet().removeAll(OWN);
    String payload = fields.get(Fields.PAYLOAD);
    String correlationId = or(fields.get(Fields.CORRELATION_ID), messageId);
    TraceParent parent = TraceParent.parse(fields.get(TraceParent.FIELD));
    return new EventEnvelope(
        correlationId,
        fields.get(Fields.CAUSATION_ID),
        or(
            fields.get(Fields.TRACE_ID),
            parent == null ? Ids.traceOf(correlationId) : parent.traceId()),
        or(fields.get(Fields.SPAN_ID), parent == null ? Ids.span() : parent.spanId()),
        or(fields.get(Fields.ORIGIN_SERVICE), "unknown"),
        publishedAt(fields, messageId),
        or(fields.get(Fields.SCHEMA_VERSION), EventEnvelope.CURRENT_SCHEMA),
        fields.get(Fields.TYPE),
        fields.get(Fields.CONTENT_TYPE),
        payload == null ? PayloadJson.write(extra) : payload,
        extra);
  }

  private static String or(@Nullable String value, String otherwise) {
    return value == null || value.isEmpty() ? otherwise : value;
  }

  private static Instant publishedAt(Map<String, String> fields, String messageId) {
    Instant published = Iso.parse(fields.get(Fields.PUBLISHED_AT));
    if (published == null) {
      published = Iso.ofEntry(messageId);
    }
    return published == null ? Instant.EPOCH : published;
  }
}
