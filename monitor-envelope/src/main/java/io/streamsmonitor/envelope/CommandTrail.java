package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamsmonitor.envelope.events.Fields;
import io.streamsmonitor.envelope.redis.AddedEntry;
import io.streamsmonitor.envelope.redis.Entry;
import io.streamsmonitor.envelope.redis.StreamTap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Envelopes every XADD of the plain Jedis API and writes the lines of its stream commands. */
final class CommandTrail implements StreamTap {
  private static final Set<String> ENVELOPE_ONLY =
      Set.of(
          Fields.CORRELATION_ID,
          Fields.CAUSATION_ID,
          Fields.TRACE_ID,
          Fields.SPAN_ID,
          Fields.ORIGIN_SERVICE,
          Fields.PUBLISHED_AT,
          Fields.SCHEMA_VERSION,
          Fields.TYPE,
          Fields.CONTENT_TYPE);

  private final AuditTrail trail;
  private final MessageTrail messages;
  private final ChannelHealth health;
  private final Unacknowledged unacknowledged = new Unacknowledged();

  CommandTrail(AuditTrail trail, ChannelHealth health) {
    this.trail = trail;
    this.messages = new MessageTrail(trail);
    this.health = health;
  }

  @Override
  public Receipt adding(AddedEntry entry) {
    if (ForeignDialect.isNamed(entry.names())) {
      return foreign(entry);
    }
    List<String> payloadFields = payloadFields(entry);
    complete(entry);
    String correlationId = entry.value(Fields.CORRELATION_ID);
    String traceId = entry.value(Fields.TRACE_ID);
    String publishedAt = entry.value(Fields.PUBLISHED_AT);
    return receipt(entry.stream(), correlationId, traceId, publishedAt, payloadFields);
  }

  /** An event of another convention has its own envelope. */
  private Receipt foreign(AddedEntry entry) {
    Map<String, String> fields = new LinkedHashMap<>();
    entry.names().forEach(name -> fields.put(name, String.valueOf(entry.value(name))));
    EventEnvelope event = EventEnvelope.fromFields(fields);
    return receipt(
        entry.stream(),
        event.correlationId(),
        event.traceId(),
        Iso.millis(event.publishedAt()),
        PayloadJson.fieldNames(event.payload().getBytes(UTF_8)));
  }

  private Receipt receipt(
      String stream,
      @Nullable String correlationId,
      @Nullable String traceId,
      @Nullable String publishedAt,
      List<String> payloadFields) {
    long sent = System.nanoTime();
    return new Receipt() {
      @Override
      public void stored(String messageId) {
        long tookMs = (System.nanoTime() - sent) / 1_000_000;
        messages.published(
            stream, messageId, correlationId, traceId, payloadFields, publishedAt, tookMs);
      }

      @Override
      public void refused(String error) {
        messages.notPublished(stream, correlationId, traceId, error);
      }
    };
  }

  /** An envelope that is there is left alone; what is missing of one is added. */
  private void complete(AddedEntry entry) {
    if (EnvelopeReader.isComplete(entry.names())) {
      return;
    }
    EventContext context = EventContext.current();
    boolean sameStory = !entry.names().contains(Fields.CORRELATION_ID);
    entry.append(Fields.CORRELATION_ID, context.correlationId());
    String cause = context.causationId();
    if (cause != null && sameStory) {
      entry.append(Fields.CAUSATION_ID, cause);
    }
    entry.append(Fields.TRACE_ID, context.traceId());
    entry.append(Fields.SPAN_ID, context.spanId());
    entry.append(Fields.ORIGIN_SERVICE, trail.service());
    entry.append(Fields.PUBLISHED_AT, Iso.millis(trail.now()));
    entry.append(Fields.SCHEMA_VERSION, EventEnvelope.CURRENT_SCHEMA);
  }

  @Override
  public void delivered(
      String stream, @Nullable String group, @Nullable String consumer, List<Entry> entries) {
    Instant receivedAt = trail.now();
    String inGroup = group == null ? "" : group;
    String by = consumer == null ? trail.service() : consumer;
    for (Entry entry : entries) {
      Delivery delivery = Delivery.of(stream, inGroup, by, entry, 1, receivedAt);
      messages.consumed(delivery);
      if (group != null) {
        health.consumed(delivery.message());
        unacknowledged.add(delivery.message());
      }
    }
  }

  @Override
  public void acknowledged(String stream, String group, List<String> messageIds, long count) {
    for (String id : messageIds) {
      unacknowledged.remove(
          stream, group, id, (message, heldMs) -> messages.acknowledged(message, heldMs));
    }
  }

  private static List<String> payloadFields(AddedEntry entry) {
    byte[] payload = entry.raw(Fields.PAYLOAD);
    List<String> fields = payload == null ? new ArrayList<>() : PayloadJson.fieldNames(payload);
    boolean namedByContent = !fields.isEmpty();
    for (String name : entry.names()) {
      boolean named = namedByContent && name.equals(Fields.PAYLOAD);
      if (!named && !ENVELOPE_ONLY.contains(name)) {
        fields.add(name);
      }
    }
    return fields;
  }
}
