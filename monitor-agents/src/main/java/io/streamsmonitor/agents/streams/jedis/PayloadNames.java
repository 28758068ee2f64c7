package io.streamsmonitor.agents.streams.jedis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamsmonitor.core.model.PayloadFields;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Names of the fields in entries whose message is one JSON text; values are dropped at once. */
final class PayloadNames {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST = 262_144;

  private PayloadNames() {}

  static Set<String> of(List<?> entries) {
    Set<String> names = new TreeSet<>();
    for (Object entry : entries) {
      List<?> parts = Reply.list(entry);
      List<?> pairs = parts.size() < 2 ? List.of() : Reply.list(parts.get(1));
      for (int i = 0; i + 1 < pairs.size(); i += 2) {
        if (carries(Reply.text(pairs.get(i)))) {
          names(Reply.bytes(pairs.get(i + 1)), names);
        }
      }
    }
    return names;
  }

  private static boolean carries(String field) {
    return PayloadFields.NAMES.contains(field.toLowerCase(Locale.ROOT));
  }

  private static void names(byte[] text, Set<String> into) {
    if (text.length < 2 || text.length > LARGEST || text[0] != '{') {
      return;
    }
    try {
      JsonNode root = JSON.readTree(text);
      for (Map.Entry<String, JsonNode> field : root.properties()) {
        into.add(field.getKey());
        if (carries(field.getKey())) {
          field.getValue().properties().forEach(inner -> into.add(inner.getKey()));
        }
      }
    } catch (IOException e) {
      // Text that only begins like JSON has no names.
      return;
    }
  }
}
