package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.Fields;
import io.streamsmonitor.envelope.events.LineBuffer;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An envelope as one object of JSON. */
final class EnvelopeJson {
  private static final ThreadLocal<LineBuffer> BUFFERS = ThreadLocal.withInitial(LineBuffer::new);

  private EnvelopeJson() {}

  static byte[] write(EventEnvelope event) {
    LineBuffer out = BUFFERS.get();
    out.clear();
    out.ascii("{\"correlationId\":");
    out.quoted(event.correlationId());
    optional(",\"causationId\":", event.causationId(), out);
    out.ascii(",\"traceId\":");
    out.quoted(event.traceId());
    out.ascii(",\"spanId\":");
    out.quoted(event.spanId());
    out.ascii(",\"originService\":");
    out.quoted(event.originService());
    out.ascii(",\"publishedAt\":\"");
    out.instant(event.publishedAt().toEpochMilli());
    out.ascii("\",\"schemaVersion\":");
    out.quoted(event.schemaVersion());
    optional(",\"type\":", event.type(), out);
    optional(",\"contentType\":", event.contentType(), out);
    for (Map.Entry<String, String> more : event.extra().entrySet()) {
      out.put(',');
      out.quoted(more.getKey());
      out.put(':');
      out.quoted(more.getValue());
    }
    out.ascii(",\"" + Fields.PAYLOAD + "\":");
    int before = out.length();
    if (event.contentType() == null) {
      out.utf8(event.payload());
    }
    if (!JsonCheck.isValue(out.bytes(), before, out.length())) {
      // Text, whatever it calls itself: the envelope around it must stay readable.
      out.backTo(before);
      out.quoted(event.payload());
    }
    out.put('}');
    return Arrays.copyOf(out.bytes(), out.length());
  }

  private static void optional(String head, @Nullable String value, LineBuffer out) {
    if (value != null) {
      out.ascii(head);
      out.quoted(value);
    }
  }
}
