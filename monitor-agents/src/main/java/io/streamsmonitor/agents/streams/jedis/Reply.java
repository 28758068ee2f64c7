package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.core.model.StreamId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Raw replies read by what they say: fields by name, never by position. */
final class Reply {
  /** So many digits fit a long whatever they are. */
  private static final int SHORT = 18;

  /** A reply that says what the last one to the same question said. */
  static final Object SAME = "the same as before";

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
    return value instanceof byte[] bytes ? id(bytes, 0, bytes.length) : null;
  }

  /** Read from its digits; ids are the most frequent words of all replies. */
  static @Nullable StreamId id(byte[] bytes, int from, int to) {
    int dash = from;
    while (dash < to && bytes[dash] != '-') {
      dash++;
    }
    if (dash == from || dash - from > SHORT || to - dash - 1 > SHORT || dash + 1 >= to) {
      return StreamId.tryParse(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    }
    long ms = digits(bytes, from, dash);
    long seq = digits(bytes, dash + 1, to);
    return ms < 0 || seq < 0 ? null : new StreamId(ms, seq);
  }

  /** The number, or -1 where a byte is no digit. */
  private static long digits(byte[] bytes, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
