package io.streamsmonitor.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.envelope.events.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Translates entries of other conventions into flat fields: CloudEvents in binary mode ({@code
 * ce_…} fields), CloudEvents in structured mode, and an envelope as one field of JSON.
 */
final class ForeignDialect {
  private static final String BINARY_PREFIX = "ce_";
  private static final int MOST_FIELDS = 3;

  /** CloudEvents attribute to field; what is not listed is kept under its own name. */
  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "source", Fields.ORIGIN_SERVICE,
          "time", Fields.PUBLISHED_AT,
          "type", Fields.TYPE,
          "datacontenttype", Fields.CONTENT_TYPE,
          "correlationid", Fields.CORRELATION_ID,
          "causationid", Fields.CAUSATION_ID,
          "traceparent", TraceParent.FIELD,
          "data", Fields.PAYLOAD);

  private ForeignDialect() {}

  /** The entry as flat fields, or {@code null} when it carries no envelope of any kind. */
  static @Nullable Map<String, String> translate(Map<String, String> fields) {
    if (fields.containsKey(BINARY_PREFIX + "specversion")) {
      return binary(fields);
    }
    if (fields.size() <= MOST_FIELDS) {
      for (String value : fields.values()) {
        Map<String, String> found = inJson(value);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static Map<String, String> binary(Map<String, String> fields) {
    Map<String, String> attributes = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          if (name.startsWith(BINARY_PREFIX)) {
            attributes.put(name.substring(BINARY_PREFIX.length()), value);
          } else if (name.equals("content-type") || name.equals("content_type")) {
            attributes.put("datacontenttype", value);
          } else {
            attributes.put(name, value);
          }
        });
    return cloudEvent(attributes);
  }

  private static @Nullable Map<String, String> inJson(String value) {
    // Parsing is dear: most bare values can be told by their looks.
    boolean cloudEvent = value.contains("\"specversion\"");
    if (!value.startsWith("{") || !(cloudEvent || value.contains("\"correlationId\""))) {
      return null;
    }
    JsonNode node = PayloadJson.tree(value);
    if (node == null || !(node.has("specversion") || node.has(Fields.CORRELATION_ID))) {
      return null;
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    node.properties()
        .forEach(
            field -> {
              JsonNode content = field.getValue();
              attributes.put(
                  field.getKey(), content.isValueNode() ? content.asText() : content.toString());
            });
    return node.has("specversion") ? cloudEvent(attributes) : attributes;
  }

  private static Map<String, String> cloudEvent(Map<String, String> attributes) {
    Map<String, String> flat = new LinkedHashMap<>();
    attributes.forEach((name, value) -> flat.put(ATTRIBUTES.getOrDefault(name, name), value));
    String id = flat.remove("id");
    flat.remove("specversion");
    if (id != null) {
      // Without the extension the event's own id is the best name the story has.
      flat.putIfAbsent(Fields.CORRELATION_ID, id);
      flat.put("cloudEventId", id);
    }
    if ("application/json".equals(flat.get(Fields.CONTENT_TYPE))) {
      flat.remove(Fields.CONTENT_TYPE);
    }
    return flat;
  }
}
