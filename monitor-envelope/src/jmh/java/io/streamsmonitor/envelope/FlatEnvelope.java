package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamsmonitor.envelope.events.Fields;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The least that an envelope can cost: its flat fields encoded as Redis wants them, each name and
 * each value a bulk string, into a buffer that is used again. What services use leaves the encoding
 * to Jedis, since a command is its own to write.
 */
final class FlatEnvelope {
  private static final byte[] CORRELATION = name(Fields.CORRELATION_ID);
  private static final byte[] CAUSATION = name(Fields.CAUSATION_ID);
  private static final byte[] TRACE = name(Fields.TRACE_ID);
  private static final byte[] SPAN = name(Fields.SPAN_ID);
  private static final byte[] PUBLISHED = name(Fields.PUBLISHED_AT);
  private static final byte[] PAYLOAD = name(Fields.PAYLOAD);
  private static final byte[] CORRELATION_HEAD = head(CORRELATION, Ids.CORRELATION_LENGTH);
  private static final byte[] TRACE_HEAD = head(TRACE, Ids.TRACE_LENGTH);
  private static final byte[] SPAN_HEAD = head(SPAN, Ids.SPAN_LENGTH);

  private final byte[] constants;
  private byte[] bytes = new byte[1024];
  private int length;
  private long writtenMillis = Long.MIN_VALUE;
  private byte[] published = {};

  FlatEnvelope(String service) {
    this.constants =
        (name(Fields.ORIGIN_SERVICE, service)
                + name(Fields.SCHEMA_VERSION, EventEnvelope.CURRENT_SCHEMA))
            .getBytes(UTF_8);
  }

  /** The fields, up to {@link #length()}, until the next event is written. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /**
   * Makes the envelope of a new event: its ids from the context, or new ones without.
   *
   * @param payload UTF-8
   */
  void write(@Nullable EventContext context, long epochMillis, byte[] payload) {
    length = 0;
    if (context == null) {
      story();
    } else {
      story(context);
    }
    if (epochMillis != writtenMillis) {
      published = (text(PUBLISHED) + bulk(Iso.millis(epochMillis))).getBytes(UTF_8);
      writtenMillis = epochMillis;
    }
    copy(published);
    copy(constants);
    copy(PAYLOAD);
    value(payload);
  }

  private void story() {
    copy(CORRELATION_HEAD);
    room(Ids.CORRELATION_LENGTH);
    Ids.correlation(bytes, length);
    end(Ids.CORRELATION_LENGTH);
    copy(TRACE_HEAD);
    room(Ids.TRACE_LENGTH);
    Ids.trace(bytes, length);
    end(Ids.TRACE_LENGTH);
    copy(SPAN_HEAD);
    room(Ids.SPAN_LENGTH);
    Ids.span(bytes, length);
    end(Ids.SPAN_LENGTH);
  }

  private void story(EventContext context) {
    copy(CORRELATION);
    value(context.correlationId().getBytes(UTF_8));
    String cause = context.causationId();
    if (cause != null) {
      copy(CAUSATION);
      value(cause.getBytes(UTF_8));
    }
    copy(TRACE);
    value(context.traceId().getBytes(UTF_8));
    copy(SPAN);
    value(context.spanId().getBytes(UTF_8));
  }

  private void value(byte[] value) {
    room(16);
    bytes[length++] = '$';
    int digits = 1;
    for (int rest = value.length / 10; rest > 0; rest /= 10) {
      digits++;
    }
    int rest = value.length;
    for (int i = digits - 1; i >= 0; i--) {
      bytes[length + i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    end(digits);
    copy(value);
    end(0);
  }

  private void copy(byte[] piece) {
    room(piece.length);
    System.arraycopy(piece, 0, bytes, length, piece.length);
    length += piece.length;
  }

  private void end(int written) {
    length += written;
    bytes[length++] = '\r';
    bytes[length++] = '\n';
  }

  /** Room for so much and the line end behind it. */
  private void room(int more) {
    if (bytes.length - length < more + 2) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more + 2));
    }
  }

  private static String name(String name, String value) {
    return bulk(name) + bulk(value);
  }

  private static byte[] name(String name) {
    return bulk(name).getBytes(UTF_8);
  }

  private static byte[] head(byte[] name, int valueLength) {
    return (text(name) + "$" + valueLength + "\r\n").getBytes(UTF_8);
  }

  private static String bulk(String text) {
    return "$" + text.getBytes(UTF_8).length + "\r\n" + text + "\r\n";
  }

  private static String text(byte[] utf8) {
    return new String(utf8, UTF_8);
  }
}
