package io.streamsmonitor.envelope.events;

/** Every field name of the envelope and of the lifecycle lines, spelled once. */
public final class Fields {
  // The line itself, in the order in which it is written.
  public static final String LEVEL = "level";
  public static final String TIMESTAMP = "timestamp";
  public static final String SERVICE = "service";
  public static final String CORRELATION_ID = "correlationId";
  public static final String TRACE_ID = "traceId";
  public static final String EVENT = "event";
  public static final String MESSAGE = "message";
  public static final String DURATION_MS = "durationMs";
  public static final String ERROR = "error";
  public static final String STACK_TRACE = "stackTrace";

  // The envelope on the wire, beside correlationId and traceId.
  public static final String CAUSATION_ID = "causationId";
  public static final String SPAN_ID = "spanId";
  public static final String ORIGIN_SERVICE = "originService";
  public static final String PUBLISHED_AT = "publishedAt";
  public static final String SCHEMA_VERSION = "schemaVersion";
  public static final String TYPE = "type";
  public static final String CONTENT_TYPE = "contentType";
  public static final String PAYLOAD = "payload";

  // Lifecycle of a message.
  public static final String STREAM = "stream";
  public static final String CONSUMER_GROUP = "consumerGroup";
  public static final String CONSUMER = "consumer";
  public static final String MESSAGE_ID = "messageId";
  public static final String PAYLOAD_FIELDS = "payloadFields";
  public static final String RECEIVED_AT = "receivedAt";
  public static final String LAG_MS = "lagMs";

  /** Like {@link #LAG_MS}, from the id Redis gave the entry: free of the producer's clock. */
  public static final String SERVER_LAG_MS = "serverLagMs";

  /** {@code false} on a consumed entry that came without an envelope. */
  public static final String ENVELOPED = "enveloped";

  public static final String PROCESSING_DURATION_MS = "processingDurationMs";

  /** {@code true} on an acknowledged message that was not handled because it had been before. */
  public static final String DUPLICATE = "duplicate";

  public static final String DELIVERY_COUNT = "deliveryCount";
  public static final String WILL_RETRY = "willRetry";
  public static final String DEAD_LETTER_STREAM = "deadLetterStream";

  // Channel health.
  public static final String MESSAGES_CONSUMED_LAST_MINUTE = "messagesConsumedLastMinute";
  public static final String AVG_LAG_MS = "avgLagMs";
  public static final String MAX_LAG_MS = "maxLagMs";
  public static final String PENDING_COUNT = "pendingCount";
  public static final String ERRORS_LAST_MINUTE = "errorsLastMinute";

  // Service.
  public static final String PORT = "port";
  public static final String SUBSCRIBED_STREAMS = "subscribedStreams";
  public static final String PUBLISHED_STREAMS = "publishedStreams";
  public static final String CONSUMER_GROUPS = "consumerGroups";
  public static final String REASON = "reason";
  public static final String PENDING_MESSAGES = "pendingMessages";

  // What a dead letter carries beside the original fields.
  public static final String DEAD_LETTER_REASON = "deadLetterReason";
  public static final String DEAD_LETTER_PUBLISHED_AT = "deadLetterPublishedAt";
  public static final String DEAD_LETTER_OF_STREAM = "deadLetterOfStream";
  public static final String DEAD_LETTER_OF_GROUP = "deadLetterOfGroup";
  public static final String DEAD_LETTER_OF_MESSAGE = "deadLetterOfMessage";

  private Fields() {}
}
