package io.streamsmonitor.agents.logs.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A JSON object as flat fields: {@code error.message}; a list of scalars is joined by commas. */
final class JsonFields {
  private static final int DEPTH = 3;
  private static final int FIELDS = 100;

  private JsonFields() {}

  static void flatten(JsonNode node, String prefix, Map<String, String> out, int depth) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      JsonNode value = entry.getValue();
      String name = prefix + entry.getKey();
      if (out.size() >= FIELDS) {
        return;
      }
      if (value.isObject() && depth < DEPTH) {
        flatten(value, name + ".", out, depth + 1);
      } else if (value.isArray()) {
        out.put(
            name,
            StreamSupport.stream(value.spliterator(), false)
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .collect(Collectors.joining(",")));
      } else if (!value.isNull() && !value.isMissingNode()) {
        out.put(name, text(value));
      }
    }
  }

  /** A time in seconds with its fraction must not become {@code 1.767323045123E9}. */
  private static String text(JsonNode value) {
    return value.isFloatingPointNumber() && Double.isFinite(value.doubleValue())
        ? BigDecimal.valueOf(value.doubleValue()).toPlainString()
        : value.asText();
  }
}
