package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.core.model.StreamId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Raw replies read by what they say: fields by name, never by position. */
final class Reply {
  private Reply() {}

  static List<?> list(@Nullable Object reply) {
    return reply instanceof List<?> list ? list : List.of();
  }

  /** The value behind the field's name, or null where the server has no such field. */
  static @Nullable Object field(List<?> fields, byte[] name) {
    for (int i = 0; i + 1 < fields.size(); i += 2) {
      if (fields.get(i) instanceof byte[] key
          && key.length == name.length
          && Arrays.equals(key, name)) {
        return fields.get(i + 1);
      }
    }
    return null;
  }

  static long number(@Nullable Object value) {
    Long number = maybe(value);
    return number == null ? 0 : number;
  }

  static @Nullable Long maybe(@Nullable Object value) {
    return value instanceof Long number ? number : null;
  }

  static byte[] bytes(@Nullable Object value) {
    return value instanceof byte[] bytes ? bytes : new byte[0];
  }

  static String text(@Nullable Object value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  static StreamId id(@Nullable Object value) {
    StreamId id = maybeId(value);
    return id == null ? StreamId.ZERO : id;
  }

  static @Nullable StreamId maybeId(@Nullable Object value) {
    return value instanceof byte[] bytes
        ? StreamId.tryParse(new String(bytes, StandardCharsets.US_ASCII))
        : null;
  }
}
