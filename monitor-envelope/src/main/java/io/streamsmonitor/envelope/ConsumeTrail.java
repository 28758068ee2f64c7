package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamsmonitor.envelope.Unacknowledged.Held;
import io.streamsmonitor.envelope.events.LineBuffer;
import io.streamsmonitor.envelope.events.TimeText;
import io.streamsmonitor.envelope.redis.RawEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the lines of what is received and acknowledged through one connection. */
final class ConsumeTrail {
  /** Lines of one reply go on together, but not without end. */
  private static final int ENOUGH = 32 * 1024;

  private final CommandTrail shared;
  private final AuditTrail trail;
  private final WireFields fields = new WireFields();
  private final TimeText times = new TimeText();
  private final LineBuffer lines = new LineBuffer();
  private @Nullable ConsumerForm lastForm;

  ConsumeTrail(CommandTrail shared) {
    this.shared = shared;
    this.trail = shared.trail;
  }

  void delivered(
      String stream, @Nullable String group, @Nullable String consumer, List<RawEntry> entries) {
    if (trail.off()) {
      return;
    }
    String inGroup = group == null ? "" : group;
    ConsumerForm form = form(stream, inGroup, consumer == null ? trail.service() : consumer);
    Instant receivedAt = trail.now();
    long sinceNanos = System.nanoTime();
    List<Held> held = new ArrayList<>(entries.size());
    Lags lags = new Lags();
    lines.clear();
    for (RawEntry entry : entries) {
      EntryId id = EntryId.of(entry.id());
      Held message = plain(form, entry, id, receivedAt.toEpochMilli(), sinceNanos, lags);
      if (message == null) {
        message = decoded(form, entry, id, receivedAt, sinceNanos, lags);
      }
      held.add(message);
    }
    handOn();
    if (group != null) {
      shared.unacknowledged(stream, group).add(held);
      shared.health.consumed(stream, group, form.consumer(), receivedAt.toEpochMilli(), lags);
    }
  }

  /** An entry whose envelope stands there as plain fields; {@code null} for any other. */
  private @Nullable Held plain(
      ConsumerForm form, RawEntry entry, EntryId id, long receivedAt, long sinceNanos, Lags lags) {
    fields.read(entry);
    byte[] correlationId = fields.text(WireField.CORRELATION_ID);
    byte[] traceId = fields.text(WireField.TRACE_ID);
    if (!trail.takesBytes() || correlationId == null || traceId == null) {
      return null;
    }
    byte[] published = fields.value(WireField.PUBLISHED_AT);
    long publishedAt = published == null ? -1 : times.millis(published);
    long lagMs = receivedAt - (publishedAt < 0 ? id.millis() : publishedAt);
    long serverLagMs = receivedAt - id.millis();
    form.consumed(lines, receivedAt, correlationId, traceId, entry.id(), lagMs, serverLagMs);
    handOnWhenEnough();
    lags.add(lagMs);
    return new Held(id, form.consumer(), correlationId, traceId, sinceNanos);
  }

  private Held decoded(
      ConsumerForm form,
      RawEntry entry,
      EntryId id,
      Instant receivedAt,
      long sinceNanos,
      Lags lags) {
    handOn();
    Delivery delivery = form.delivery(entry.decoded(), receivedAt);
    shared.messages.consumed(delivery);
    lags.add(delivery.message().lagMs());
    EventEnvelope event = delivery.message().event();
    return new Held(
        id,
        form.consumer(),
        event.correlationId().getBytes(UTF_8),
        event.traceId().getBytes(UTF_8),
        sinceNanos);
  }

  void acknowledged(String stream, String group, List<byte[]> messageIds, long count) {
    if (trail.off()) {
      return;
    }
    List<@Nullable Held> held = shared.unacknowledged(stream, group).take(messageIds);
    boolean all = count == messageIds.size();
    long now = trail.nowMillis();
    long nanos = System.nanoTime();
    lines.clear();
    for (int i = 0; i < held.size(); i++) {
      Held message = held.get(i);
      if (message != null && trail.takesBytes()) {
        form(stream, group, message.consumer)
            .acknowledged(
                lines,
                now,
                message.correlationId,
                message.traceId,
                messageIds.get(i),
                (nanos - message.sinceNanos) / 1_000_000);
        handOnWhenEnough();
      } else if (message != null) {
        shared.messages.acknowledged(
            stream,
            text(messageIds.get(i)),
            group,
            message.consumer,
            text(message.correlationId),
            text(message.traceId),
            (nanos - message.sinceNanos) / 1_000_000);
      } else if (all) {
        // Read elsewhere, or claimed: which story it ends is for the reader of the lines to find.
        handOn();
        shared.messages.acknowledged(stream, text(messageIds.get(i)), group, null, null, null, 0);
      }
    }
    handOn();
  }

  private ConsumerForm form(String stream, String group, String consumer) {
    ConsumerForm form = lastForm;
    if (form == null || !form.isOf(stream, group, consumer)) {
      form = new ConsumerForm(shared.form, stream, group, consumer);
      lastForm = form;
    }
    return form;
  }

  private void handOnWhenEnough() {
    if (lines.length() > ENOUGH) {
      handOn();
    }
  }

  private void handOn() {
    if (lines.length() > 0) {
      trail.write(lines);
      lines.clear();
    }
  }

  private static String text(byte[] utf8) {
    return new String(utf8, UTF_8);
  }
}
