package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamsmonitor.envelope.events.Fields;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.args.Rawable;
import redis.clients.jedis.args.RawableFactory;

/** A field of an entry that means something here, as the bytes it is told by. */
final class WireField {
  static final WireField CORRELATION_ID = new WireField(0, Fields.CORRELATION_ID);
  static final WireField TRACE_ID = new WireField(1, Fields.TRACE_ID);
  static final WireField SPAN_ID = new WireField(2, Fields.SPAN_ID);
  static final WireField ORIGIN_SERVICE = new WireField(3, Fields.ORIGIN_SERVICE);
  static final WireField PUBLISHED_AT = new WireField(4, Fields.PUBLISHED_AT);
  static final WireField SCHEMA_VERSION = new WireField(5, Fields.SCHEMA_VERSION);
  static final WireField CAUSATION_ID = new WireField(6, Fields.CAUSATION_ID);
  static final WireField TYPE = new WireField(7, Fields.TYPE);
  static final WireField CONTENT_TYPE = new WireField(8, Fields.CONTENT_TYPE);
  static final WireField PAYLOAD = new WireField(9, Fields.PAYLOAD);
  static final WireField CLOUD_EVENT =
      new WireField(10, CloudEvents.BINARY_PREFIX + CloudEvents.SPEC_VERSION);
  static final WireField STRUCTURED_CLOUD_EVENT = new WireField(11, CloudEvents.STRUCTURED);

  /** The first six are those that every event must carry. */
  static final int REQUIRED = 0b11_1111;

  private static final WireField[] ALL = {
    CORRELATION_ID,
    TRACE_ID,
    SPAN_ID,
    ORIGIN_SERVICE,
    PUBLISHED_AT,
    SCHEMA_VERSION,
    CAUSATION_ID,
    TYPE,
    CONTENT_TYPE,
    PAYLOAD,
    CLOUD_EVENT,
    STRUCTURED_CLOUD_EVENT
  };
  static final int COUNT = ALL.length;

  final int place;
  final int bit;
  final byte[] bytes;
  final Rawable name;

  private WireField(int place, String name) {
    this.place = place;
    this.bit = 1 << place;
    this.bytes = name.getBytes(UTF_8);
    this.name = RawableFactory.from(bytes);
  }

  /** The field of this name; {@code null} for one of the service's own. */
  static @Nullable WireField named(byte[] name) {
    for (WireField field : ALL) {
      if (Arrays.equals(field.bytes, name)) {
        return field;
      }
    }
    return null;
  }
}
