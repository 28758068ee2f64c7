package io.streamsmonitor.report.log;

import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.redact.Secrets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a service said about one message.
 *
 * @param at as the service says, else the time of the line before it; null where no line had one
 * @param lagMs from publish to consume, or null where not said
 * @param willRetry of a failure, or null where not said
 * @param plain whether a line's words say it, not its fields
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
    boolean plain,
    LogLine line) {
  private static final Redactor SECRETS = new Secrets();

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
        kind == Lifecycle.FAILED ? error(fields) : null,
        retry == null ? null : Boolean.valueOf(retry),
        false,
        line);
  }

  /** The same said of the message of a publication; who speaks of another's has taken it. */
  public LifecycleEvent of(LifecycleEvent publication) {
    return new LifecycleEvent(
        kind == Lifecycle.PUBLISH ? Lifecycle.CONSUME : kind,
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
        plain,
        line);
  }

  private static @Nullable String error(LogFields fields) {
    String error = fields.text("error");
    return error == null ? null : SECRETS.redact(error);
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
