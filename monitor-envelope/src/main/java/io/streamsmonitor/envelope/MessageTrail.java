package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.AuditTrail.Line;
import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.Fields;
import io.streamsmonitor.envelope.events.Level;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a message's life: published, consumed, acknowledged, failed, lost. */
final class MessageTrail {
  private final AuditTrail trail;

  MessageTrail(AuditTrail trail) {
    this.trail = trail;
  }

  void published(
      String stream,
      String messageId,
      @Nullable String correlationId,
      @Nullable String traceId,
      List<String> payloadFields,
      @Nullable String publishedAt,
      long durationMs) {
    trail
        .line(Level.INFO, EventNames.PUBLISH)
        .about(correlationId, traceId)
        .took(durationMs)
        .with(Fields.STREAM, stream)
        .with(Fields.MESSAGE_ID, messageId)
        .with(Fields.PAYLOAD_FIELDS, payloadFields)
        .with(Fields.PUBLISHED_AT, publishedAt)
        .say("published ", messageId, " to ", stream);
  }

  /** An XADD that Redis did not take; there is no message id to name. */
  void notPublished(
      String stream, @Nullable String correlationId, @Nullable String traceId, String error) {
    trail
        .line(Level.ERROR, EventNames.FAILED)
        .about(correlationId, traceId)
        .failed(error)
        .with(Fields.STREAM, stream)
        .with(Fields.MESSAGE_ID, null)
        .with(Fields.DELIVERY_COUNT, 0)
        .with(Fields.WILL_RETRY, false)
        .say("could not publish to " + stream);
  }

  void consumed(Delivery delivery) {
    MessageContext message = delivery.message();
    Line line =
        about(Level.INFO, EventNames.CONSUME, message)
            .with(Fields.RECEIVED_AT, Iso.millis(delivery.receivedAt()))
            .with(Fields.LAG_MS, message.lagMs())
            .with(Fields.SERVER_LAG_MS, serverLag(message, delivery.receivedAt()))
            .with(Fields.DELIVERY_COUNT, message.deliveryCount());
    if (!message.enveloped()) {
      line.with(Fields.ENVELOPED, false);
    }
    line.say("received ", message.messageId(), " from ", message.stream());
  }

  void acknowledged(MessageContext message, long processingMs) {
    acknowledged(message, processingMs, false);
  }

  void acknowledged(MessageContext message, long processingMs, boolean duplicate) {
    Line line = about(Level.INFO, EventNames.ACK, message);
    if (duplicate) {
      line.with(Fields.DUPLICATE, true);
    }
    acknowledged(line, message.stream(), message.messageId(), processingMs);
  }

  /** As {@link #acknowledged(MessageContext, long)} with as much as is known of the message. */
  void acknowledged(
      String stream,
      String messageId,
      String group,
      @Nullable String consumer,
      @Nullable String correlationId,
      @Nullable String traceId,
      long processingMs) {
    Line line =
        trail
            .line(Level.INFO, EventNames.ACK)
            .about(correlationId, traceId)
            .with(Fields.STREAM, stream)
            .with(Fields.MESSAGE_ID, messageId)
            .with(Fields.CONSUMER_GROUP, group)
            .with(Fields.CONSUMER, consumer);
    acknowledged(line, stream, messageId, processingMs);
  }

  private static void acknowledged(Line line, String stream, String messageId, long processingMs) {
    line.took(processingMs)
        .with(Fields.PROCESSING_DURATION_MS, processingMs)
        .say("acknowledged ", messageId, " on ", stream);
  }

  /**
   * @param deadLetters stream into which the message goes now, or {@code null}
   */
  void failed(
      MessageContext message,
      Throwable thrown,
      long deliveryCount,
      boolean willRetry,
      @Nullable String deadLetters,
      long processingMs) {
    Line line =
        about(willRetry ? Level.WARN : Level.ERROR, EventNames.FAILED, message)
            .took(processingMs)
            .with(Fields.DELIVERY_COUNT, deliveryCount)
            .with(Fields.WILL_RETRY, willRetry)
            .failed(thrown);
    if (deadLetters != null) {
      line.with(Fields.DEAD_LETTER_STREAM, deadLetters);
    }
    String next = deadLetters == null ? "left pending" : "goes to " + deadLetters;
    line.say(
        "handling of %s from %s failed at delivery %d, %s"
            .formatted(
                message.messageId(),
                message.stream(),
                deliveryCount,
                willRetry ? "will be retried" : next));
  }

  void lost(String stream, String group, String consumer, String messageId) {
    trail
        .line(Level.ERROR, EventNames.LOST)
        .failed("pending entry is no longer stored: trimmed or deleted before it was acknowledged")
        .with(Fields.STREAM, stream)
        .with(Fields.MESSAGE_ID, messageId)
        .with(Fields.CONSUMER_GROUP, group)
        .with(Fields.CONSUMER, consumer)
        .say("lost " + messageId + " of " + stream);
  }

  private Line about(Level level, String event, MessageContext message) {
    EventEnvelope envelope = message.event();
    return trail
        .line(level, event)
        .about(envelope.correlationId(), envelope.traceId())
        .with(Fields.STREAM, message.stream())
        .with(Fields.MESSAGE_ID, message.messageId())
        .with(Fields.CONSUMER_GROUP, message.group())
        .with(Fields.CONSUMER, message.consumer());
  }

  private static @Nullable Long serverLag(MessageContext message, Instant receivedAt) {
    long stored = Iso.millisOfEntry(message.messageId());
    return stored < 0 ? null : receivedAt.toEpochMilli() - stored;
  }
}
