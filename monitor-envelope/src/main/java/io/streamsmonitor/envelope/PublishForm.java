package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.LineBuffer;
import java.util.Arrays;

/** The line of a publication to one stream, of which only what differs is still to be written. */
final class PublishForm {
  private static final byte[] FIELDS = LineForm.piece("\",\"payloadFields\":");
  private static final byte[] PUBLISHED = LineForm.piece(",\"publishedAt\":");

  private final LineForm form;
  private final byte[] stream;
  private final byte[] begin;
  private final byte[] place;
  private final byte[] subject;

  PublishForm(LineForm form, byte[] stream) {
    this.form = form;
    this.stream = stream;
    this.begin =
        LineForm.piece("\",\"event\":\"" + EventNames.PUBLISH + "\",\"message\":\"published ");
    this.place = LineForm.piece(" to ", stream, "\",\"durationMs\":");
    this.subject = LineForm.piece(",\"error\":null,\"stream\":\"", stream, "\",\"messageId\":\"");
  }

  boolean isOf(byte[] wanted) {
    return Arrays.equals(stream, wanted);
  }

  /**
   * Writes one line.
   *
   * @param messageId as Redis gave it
   * @param fieldNames an array of JSON
   */
  void write(
      LineBuffer out,
      long epochMillis,
      byte[] correlationId,
      byte[] traceId,
      byte[] messageId,
      long tookMs,
      byte[] fieldNames,
      byte[] publishedAt) {
    form.head(out, epochMillis, correlationId, traceId);
    out.ascii(begin);
    out.ascii(messageId);
    out.ascii(place);
    out.number(tookMs);
    out.ascii(subject);
    out.ascii(messageId);
    out.ascii(FIELDS);
    out.ascii(fieldNames);
    out.ascii(PUBLISHED);
    out.quoted(publishedAt);
    out.end();
  }
}
