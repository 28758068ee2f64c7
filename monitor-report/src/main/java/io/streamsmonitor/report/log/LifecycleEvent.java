package io.streamsmonitor.report.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a service said about one message.
 *
 * @param at as the service says, else the time of the line before it; null where no line had one
 * @param lagMs from publish to consume, or null where not said
 * @param willRetry of a failure, or null where not said
 */
public record LifecycleEvent(
    Lifecycle kind,
    String service,
    @Nullable Instant at,
    String stream,
    @Nullable String correlationId,
    @Nullable String messageId,
    @Nullable String group,
    @Nullable String consumer,
    @Nullable Long lagMs,
    @Nullable Long durationMs,
    @Nullable String error,
    @Nullable Boolean willRetry,
    LogLine line) {
  /** The line's message event, or null where it is none. */
  public static @Nullable LifecycleEvent of(
      LogLine line, LogFields fields, @Nullable Instant before) {
    Lifecycle kind = Lifecycle.named(fields.text("event"));
    String stream = fields.text("stream", "streamName", "channel");
    if (kind == null || !kind.ofMessage() || stream == null) {
      return null;
    }
    Instant at = fields.time();
    String service = fields.text("service");
    String retry = fields.text("willRetry");
    return new LifecycleEvent(
        kind,
        service == null ? line.service() : service,
        at == null ? before : at,
        stream,
        correlationId(fields),
        messageId(fields),
        fields.text("consumerGroup", "group"),
        fields.text("consumer"),
        fields.number("lagMs"),
        fields.number("processingDurationMs"),
        fields.text("error"),
        retry == null ? null : Boolean.valueOf(retry),
        line);
  }

  /** The same said of the message of a publication. */
  public LifecycleEvent of(LifecycleEvent publication) {
    return new LifecycleEvent(
        kind,
        service,
        at,
        publication.stream,
        publication.correlationId == null ? correlationId : publication.correlationId,
        publication.messageId,
        group,
        consumer,
        lagMs,
        durationMs,
        error,
        willRetry,
        line);
  }

  /** The id under any of its usual names, or null. */
  public static @Nullable String correlationId(LogFields fields) {
    return fields.text("correlationId", "correlation_id", "correlationID");
  }

  /** The entry id under any of its usual names, or null. */
  public static @Nullable String messageId(LogFields fields) {
    return fields.text("messageId", "message_id", "streamId");
  }
}
