package io.streamsmonitor.envelope.redis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.util.SafeEncoder;

/** Reads undecoded replies of RESP2 and RESP3 alike. */
final class Replies {
  private Replies() {}

  /** The reply of XREAD and XREADGROUP: entries by stream. */
  static Map<String, List<Entry>> streams(@Nullable Object reply) {
    Map<String, List<Entry>> streams = new LinkedHashMap<>();
    if (reply instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof Map.Entry<?, ?> pair) {
          streams.put(text(pair.getKey()), entries(pair.getValue()));
        } else if (item instanceof List<?> pair && pair.size() == 2) {
          streams.put(text(pair.get(0)), entries(pair.get(1)));
        }
      }
    }
    return streams;
  }

  /** A list of entries; one whose body is gone has no fields. */
  static List<Entry> entries(@Nullable Object reply) {
    List<Entry> entries = new ArrayList<>();
    if (reply instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof List<?> pair && pair.size() >= 2) {
          entries.add(new Entry(text(pair.get(0)), fields(pair.get(1))));
        }
      }
    }
    return entries;
  }

  static List<String> texts(@Nullable Object reply) {
    List<String> texts = new ArrayList<>();
    if (reply instanceof List<?> items) {
      items.forEach(item -> texts.add(text(item)));
    }
    return texts;
  }

  static String text(@Nullable Object value) {
    return value instanceof byte[] raw ? SafeEncoder.encode(raw) : String.valueOf(value);
  }

  private static Map<String, String> fields(@Nullable Object reply) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (reply instanceof List<?> flat) {
      for (int i = 0; i + 1 < flat.size(); i += 2) {
        fields.put(text(flat.get(i)), text(flat.get(i + 1)));
      }
    }
    return fields;
  }
}
