package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamsmonitor.envelope.events.LineBuffer;
import io.streamsmonitor.envelope.events.TimeText;
import io.streamsmonitor.envelope.redis.AddedEntry;
import io.streamsmonitor.envelope.redis.StreamTap.Receipt;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Envelopes what one connection publishes, and writes its lines. */
final class PublishTrail {
  private static final byte[] SCHEMA = EventEnvelope.CURRENT_SCHEMA.getBytes(UTF_8);

  private final AuditTrail trail;
  private final MessageTrail messages;
  private final LineForm form;
  private final byte[] service;
  private final RecentTime clock;
  private final WireFields fields = new WireFields();
  private final FieldNames names = new FieldNames();
  private final TimeText times = new TimeText();
  private final LineBuffer line = new LineBuffer();

  /** A service that writes to more streams than this has room for makes some of them again. */
  private final @Nullable PublishForm[] forms = new @Nullable PublishForm[16];

  PublishTrail(CommandTrail shared) {
    this.trail = shared.trail;
    this.messages = shared.messages;
    this.form = shared.form;
    this.clock = new RecentTime(trail);
    this.service = trail.service().getBytes(UTF_8);
  }

  Receipt adding(AddedEntry entry) {
    fields.read(entry);
    if (fields.has(WireField.CLOUD_EVENT) || fields.has(WireField.STRUCTURED_CLOUD_EVENT)) {
      return foreign(entry);
    }
    long sentNanos = System.nanoTime();
    byte[] fieldNames = trail.off() ? FieldNames.NONE : names.of(fields);
    boolean newStory = !fields.has(WireField.CORRELATION_ID);
    EventContext context = fields.isComplete() ? null : EventContext.openOnThread();
    byte[] correlationId = fields.value(WireField.CORRELATION_ID);
    if (correlationId == null) {
      correlationId = context == null ? Ids.correlationBytes() : context.correlationBytes();
      entry.append(WireField.CORRELATION_ID.name, correlationId);
    }
    String cause = context == null ? null : context.causationId();
    if (cause != null && newStory && !fields.has(WireField.CAUSATION_ID)) {
      entry.append(WireField.CAUSATION_ID.name, cause.getBytes(UTF_8));
    }
    byte[] traceId = fields.value(WireField.TRACE_ID);
    if (traceId == null) {
      traceId = context == null ? Ids.traceBytes() : context.traceBytes();
      entry.append(WireField.TRACE_ID.name, traceId);
    }
    if (!fields.has(WireField.SPAN_ID)) {
      entry.append(WireField.SPAN_ID.name, context == null ? Ids.spanBytes() : context.spanBytes());
    }
    if (!fields.has(WireField.ORIGIN_SERVICE)) {
      entry.append(WireField.ORIGIN_SERVICE.name, service);
    }
    byte[] publishedAt = fields.value(WireField.PUBLISHED_AT);
    if (publishedAt == null) {
      publishedAt = times.of(clock.at(sentNanos));
      entry.append(WireField.PUBLISHED_AT.name, publishedAt);
    }
    if (!fields.has(WireField.SCHEMA_VERSION)) {
      entry.append(WireField.SCHEMA_VERSION.name, SCHEMA);
    }
    return new Publication(
        sentNanos, entry.stream(), correlationId, traceId, publishedAt, fieldNames);
  }

  /** An event of another convention has its own envelope. */
  private Receipt foreign(AddedEntry entry) {
    Map<String, String> decoded = new LinkedHashMap<>();
    for (int i = 0; i < entry.fields(); i++) {
      decoded.put(text(entry.name(i)), text(entry.value(i)));
    }
    EventEnvelope event = EventEnvelope.fromFields(decoded);
    fields.clear();
    fields.put(WireField.PAYLOAD, event.payload().getBytes(UTF_8));
    return new Publication(
        System.nanoTime(),
        entry.stream(),
        event.correlationId().getBytes(UTF_8),
        event.traceId().getBytes(UTF_8),
        times.of(event.publishedAt().toEpochMilli()),
        names.of(fields));
  }

  private PublishForm form(byte[] stream) {
    int slot = Arrays.hashCode(stream) & forms.length - 1;
    PublishForm known = forms[slot];
    if (known == null || !known.isOf(stream)) {
      known = new PublishForm(form, stream);
      forms[slot] = known;
    }
    return known;
  }

  private static String text(byte[] utf8) {
    return new String(utf8, UTF_8);
  }

  /** One event on its way. */
  private final class Publication implements Receipt {
    private final long sentNanos;
    private final byte[] stream;
    private final byte[] correlationId;
    private final byte[] traceId;
    private final byte[] publishedAt;
    private final byte[] fieldNames;

    Publication(
        long sentNanos,
        byte[] stream,
        byte[] correlationId,
        byte[] traceId,
        byte[] publishedAt,
        byte[] fieldNames) {
      this.sentNanos = sentNanos;
      this.stream = stream;
      this.correlationId = correlationId;
      this.traceId = traceId;
      this.publishedAt = publishedAt;
      this.fieldNames = fieldNames;
    }

    @Override
    public void stored(byte[] messageId) {
      if (trail.off()) {
        return;
      }
      long nanos = System.nanoTime();
      long tookMs = (nanos - sentNanos) / 1_000_000;
      if (trail.takesBytes()) {
        line.clear();
        form(stream)
            .write(
                line,
                clock.at(nanos),
                correlationId,
                traceId,
                messageId,
                tookMs,
                fieldNames,
                publishedAt);
        trail.write(line);
      } else {
        messages.published(
            text(stream),
            text(messageId),
            text(correlationId),
            text(traceId),
            PayloadJson.texts(fieldNames),
            text(publishedAt),
            tookMs);
      }
    }

    @Override
    public void refused(String error) {
      messages.notPublished(text(stream), text(correlationId), text(traceId), error);
    }
  }
}
