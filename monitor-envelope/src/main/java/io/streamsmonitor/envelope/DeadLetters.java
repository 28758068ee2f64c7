package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.Fields;
import io.streamsmonitor.envelope.events.Level;
import io.streamsmonitor.envelope.redis.GroupClient;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts messages nobody can handle where somebody can look at them, and acknowledges them. */
final class DeadLetters {
  /** Dead letters are kept ten times longer than messages: they wait for a person. */
  private static final long MAX_LEN = 10 * StreamPublisher.DEFAULT_MAX_LEN;

  private final AuditTrail trail;
  private final MessageTrail messages;
  private final ConsumerPlan plan;
  private final GroupClient group;

  DeadLetters(AuditTrail trail, ConsumerPlan plan, GroupClient group) {
    this.trail = trail;
    this.messages = new MessageTrail(trail);
    this.plan = plan;
    this.group = group;
  }

  /** Without a dead letter stream the message stays pending. */
  void bury(Delivery delivery, Throwable reason, long deliveries, long tookMs) {
    String stream = plan.deadLetters();
    if (stream == null) {
      return;
    }
    MessageContext message = delivery.message();
    try {
      Map<String, String> fields = fields(delivery, reason, deliveries);
      // First the copy, then the acknowledgement: a crash between them leaves two, never none.
      String id = group.copyTo(stream, fields, MAX_LEN);
      EventEnvelope event = message.event();
      messages.published(
          stream,
          id,
          event.correlationId(),
          event.traceId(),
          PayloadJson.fieldNames(event.payload().getBytes(StandardCharsets.UTF_8)),
          fields.get(Fields.PUBLISHED_AT),
          0);
      if (group.acknowledge(message.messageId())) {
        messages.acknowledged(message, tookMs);
      }
    } catch (RuntimeException e) {
      trail.note(
          Level.ERROR,
          EventNames.UNAVAILABLE,
          "cannot put " + message.messageId() + " into " + stream + ", it stays pending",
          e,
          Map.of(Fields.STREAM, stream, Fields.MESSAGE_ID, message.messageId()));
    }
  }

  private Map<String, String> fields(Delivery delivery, Throwable reason, long deliveries) {
    MessageContext message = delivery.message();
    EventEnvelope event = message.event();
    Map<String, String> fields = new LinkedHashMap<>(delivery.fields());
    fields.putIfAbsent(Fields.CORRELATION_ID, event.correlationId());
    fields.putIfAbsent(Fields.TRACE_ID, event.traceId());
    fields.putIfAbsent(Fields.SPAN_ID, event.spanId());
    fields.putIfAbsent(Fields.ORIGIN_SERVICE, event.originService());
    fields.putIfAbsent(Fields.SCHEMA_VERSION, event.schemaVersion());
    fields.put(Fields.CAUSATION_ID, message.messageId());
    // Whoever reads the dead letters must not take the retries for lag.
    fields.put(Fields.PUBLISHED_AT, Iso.millis(trail.now()));
    fields.put(Fields.DEAD_LETTER_PUBLISHED_AT, Iso.millis(event.publishedAt()));
    fields.put(Fields.DEAD_LETTER_REASON, trail.redact(String.valueOf(reason)));
    fields.put(Fields.DEAD_LETTER_OF_STREAM, message.stream());
    fields.put(Fields.DEAD_LETTER_OF_GROUP, message.group());
    fields.put(Fields.DEAD_LETTER_OF_MESSAGE, message.messageId());
    fields.put(Fields.DELIVERY_COUNT, Long.toString(deliveries));
    return fields;
  }
}
