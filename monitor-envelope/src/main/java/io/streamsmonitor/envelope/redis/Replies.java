package io.streamsmonitor.envelope.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.util.SafeEncoder;

/** Reads undecoded replies of RESP2 and RESP3 alike. */
final class Replies {
  private Replies() {}

  /** The reply of XREAD and XREADGROUP: the entries of each stream. */
  static void streams(@Nullable Object reply, BiConsumer<String, List<RawEntry>> each) {
    if (reply instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof Map.Entry<?, ?> pair) {
          each.accept(text(pair.getKey()), rawEntries(pair.getValue()));
        } else if (item instanceof List<?> pair && pair.size() == 2) {
          each.accept(text(pair.get(0)), rawEntries(pair.get(1)));
        }
      }
    }
  }

  /** The entries of the one stream that was read. */
  static List<Entry> entriesOfOne(@Nullable Object reply) {
    List<Entry> entries = new ArrayList<>();
    streams(reply, (stream, found) -> found.forEach(entry -> entries.add(entry.decoded())));
    return entries;
  }

  /** A list of entries; one whose body is gone has no fields. */
  static List<Entry> entries(@Nullable Object reply) {
    return rawEntries(reply).stream().map(RawEntry::decoded).toList();
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

  private static List<RawEntry> rawEntries(@Nullable Object reply) {
    if (!(reply instanceof List<?> items)) {
      return List.of();
    }
    List<RawEntry> entries = new ArrayList<>(items.size());
    for (Object item : items) {
      if (item instanceof List<?> pair && pair.size() >= 2 && pair.get(0) instanceof byte[] id) {
        entries.add(new RawEntry(id, pair.get(1)));
      }
    }
    return entries;
  }
}
