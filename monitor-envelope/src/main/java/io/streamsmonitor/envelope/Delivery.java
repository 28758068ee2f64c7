package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.redis.Entry;
import java.time.Instant;
import java.util.Map;

/**
 * One entry on its way through a consumer.
 *
 * @param fields as they stand in the stream, for the dead letter
 */
record Delivery(MessageContext message, Instant receivedAt, Map<String, String> fields) {
  static Delivery of(
      String stream,
      String group,
      String consumer,
      Entry entry,
      long deliveryCount,
      Instant receivedAt) {
    EventEnvelope event = EventEnvelope.fromFields(entry.fields(), entry.id());
    long lagMs = receivedAt.toEpochMilli() - event.publishedAt().toEpochMilli();
    MessageContext message =
        new MessageContext(
            stream,
            group,
            consumer,
            entry.id(),
            deliveryCount,
            lagMs,
            EnvelopeReader.isEnvelopedInAnyDialect(entry.fields()),
            event);
    return new Delivery(message, receivedAt, entry.fields());
  }
}
