package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.LineBuffer;
import io.streamsmonitor.envelope.redis.Entry;
import java.time.Instant;

/** The lines of what one consumer receives from one group, as {@link PublishForm}. */
final class ConsumerForm {
  private static final byte[] RECEIVED = LineForm.piece(",\"receivedAt\":\"");
  private static final byte[] LAG = LineForm.piece("\",\"lagMs\":");
  private static final byte[] SERVER_LAG = LineForm.piece(",\"serverLagMs\":");
  private static final byte[] DELIVERIES = LineForm.piece(",\"deliveryCount\":");
  private static final byte[] PROCESSING = LineForm.piece(",\"processingDurationMs\":");

  private final LineForm form;
  private final String stream;
  private final String group;
  private final String consumer;
  private final byte[] consumed;
  private final byte[] consumedFrom;
  private final byte[] acknowledged;
  private final byte[] acknowledgedOn;
  private final byte[] subject;
  private final byte[] who;

  ConsumerForm(LineForm form, String stream, String group, String consumer) {
    this.form = form;
    this.stream = stream;
    this.group = group;
    this.consumer = consumer;
    byte[] name = stream.getBytes(UTF_8);
    this.consumed = message(EventNames.CONSUME, "received ");
    this.consumedFrom = LineForm.piece(" from ", name, "\",\"durationMs\":0");
    this.acknowledged = message(EventNames.ACK, "acknowledged ");
    this.acknowledgedOn = LineForm.piece(" on ", name, "\",\"durationMs\":");
    this.subject = LineForm.piece(",\"error\":null,\"stream\":\"", name, "\",\"messageId\":\"");
    byte[] inGroup = LineForm.piece("\",\"consumerGroup\":\"", group.getBytes(UTF_8), "\"");
    byte[] by = LineForm.piece(",\"consumer\":\"", consumer.getBytes(UTF_8), "\"");
    this.who = LineForm.piece(new String(inGroup, UTF_8) + new String(by, UTF_8));
  }

  boolean isOf(String ofStream, String ofGroup, String ofConsumer) {
    return stream.equals(ofStream) && group.equals(ofGroup) && consumer.equals(ofConsumer);
  }

  String consumer() {
    return consumer;
  }

  /** The first delivery of an entry that has to be understood first. */
  Delivery delivery(Entry entry, Instant receivedAt) {
    return Delivery.of(stream, group, consumer, entry, 1, receivedAt);
  }

  /** The line of a message's first delivery. */
  void consumed(
      LineBuffer out,
      long epochMillis,
      byte[] correlationId,
      byte[] traceId,
      byte[] messageId,
      long lagMs,
      long serverLagMs) {
    form.head(out, epochMillis, correlationId, traceId);
    out.ascii(consumed);
    out.ascii(messageId);
    out.ascii(consumedFrom);
    subject(out, messageId);
    out.ascii(RECEIVED);
    out.instant(epochMillis);
    out.ascii(LAG);
    out.number(lagMs);
    out.ascii(SERVER_LAG);
    out.number(serverLagMs);
    out.ascii(DELIVERIES);
    out.number(1);
    out.end();
  }

  void acknowledged(
      LineBuffer out,
      long epochMillis,
      byte[] correlationId,
      byte[] traceId,
      byte[] messageId,
      long heldMs) {
    form.head(out, epochMillis, correlationId, traceId);
    out.ascii(acknowledged);
    out.ascii(messageId);
    out.ascii(acknowledgedOn);
    out.number(heldMs);
    subject(out, messageId);
    out.ascii(PROCESSING);
    out.number(heldMs);
    out.end();
  }

  private void subject(LineBuffer out, byte[] messageId) {
    out.ascii(subject);
    out.ascii(messageId);
    out.ascii(who);
  }

  private static byte[] message(String event, String verb) {
    return LineForm.piece("\",\"event\":\"" + event + "\",\"message\":\"" + verb);
  }
}
