package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.envelope.events.Fields;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Translates entries of other conventions into flat fields: CloudEvents in binary mode ({@code
 * ce_…} fields), CloudEvents in structured mode, and an envelope as one field of JSON.
 */
final class ForeignDialect {
  private static final String BINARY_PREFIX = CloudEvents.BINARY_PREFIX;
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
          "schemaversion", Fields.SCHEMA_VERSION,
          "data", Fields.PAYLOAD);

  private ForeignDialect() {}

  /** The entry as flat fields, or {@code null} when it carries no envelope of any kind. */
  static @Nullable Map<String, String> translate(Map<String, String> fields) {
    if (fields.containsKey(BINARY_PREFIX + CloudEvents.SPEC_VERSION)) {
      return binary(fields);
    }
    String structured = fields.get(CloudEvents.STRUCTURED);
    if (structured != null) {
      return beside(fields, CloudEvents.STRUCTURED, inJson(structured));
    }
    if (fields.size() <= MOST_FIELDS) {
      for (Map.Entry<String, String> field : fields.entrySet()) {
        Map<String, String> found = inJson(field.getValue());
        if (found != null) {
          return beside(fields, field.getKey(), found);
        }
      }
    }
    return null;
  }

  /** Whether an entry with these fields is an event of a convention that names itself. */
  static boolean isNamed(Collection<String> names) {
    return names.contains(BINARY_PREFIX + CloudEvents.SPEC_VERSION)
        || names.contains(CloudEvents.STRUCTURED);
  }

  /** What stands in the entry beside the field of JSON is kept. */
  private static @Nullable Map<String, String> beside(
      Map<String, String> fields, String json, @Nullable Map<String, String> found) {
    if (found != null) {
      fields.forEach(
          (name, value) -> {
            if (!name.equals(json)) {
              found.putIfAbsent(name, value);
            }
          });
    }
    return found;
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
    boolean promising = value.contains("\"specversion\"") || value.contains("\"correlationId\"");
    if (!value.startsWith("{") || !promising) {
      return null;
    }
    JsonNode node = PayloadJson.tree(value);
    if (node == null || !(node.has(CloudEvents.SPEC_VERSION) || node.has(Fields.CORRELATION_ID))) {
      return null;
    }
    boolean cloudEvent = node.has(CloudEvents.SPEC_VERSION);
    Map<String, String> attributes = new LinkedHashMap<>();
    node.properties()
        .forEach(
            field -> {
              JsonNode content = field.getValue();
              boolean data = cloudEvent && field.getKey().equals(CloudEvents.DATA);
              attributes.put(
                  field.getKey(),
                  data
                      ? data(content, node.path("datacontenttype").textValue())
                      : content.isValueNode() ? content.asText() : content.toString());
            });
    return cloudEvent ? cloudEvent(attributes) : attributes;
  }

  /** A string is JSON itself when its type says so, and else the text as it is. */
  private static String data(JsonNode content, @Nullable String contentType) {
    if (!content.isTextual()) {
      return content.toString();
    }
    boolean quoted = contentType != null && CloudEvents.isJson(contentType);
    return quoted ? content.toString() : content.textValue();
  }

  /** Payloads are text: bytes that are none stay in their encoding, and say so. */
  private static void decode(String base64, Map<String, String> flat) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      flat.put(Fields.PAYLOAD, UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      flat.put(Fields.PAYLOAD, base64);
      flat.put("payloadEncoding", "base64");
    }
  }

  private static Map<String, String> cloudEvent(Map<String, String> attributes) {
    Map<String, String> flat = new LinkedHashMap<>();
    attributes.forEach((name, value) -> flat.put(ATTRIBUTES.getOrDefault(name, name), value));
    String id = flat.remove("id");
    flat.remove(CloudEvents.SPEC_VERSION);
    TraceParent parent = TraceParent.parse(flat.get(TraceParent.FIELD));
    if (parent != null) {
      flat.remove(TraceParent.FIELD);
      flat.putIfAbsent(Fields.TRACE_ID, parent.traceId());
      flat.putIfAbsent(Fields.SPAN_ID, parent.spanId());
    }
    String base64 = flat.remove("data_base64");
    if (base64 != null) {
      decode(base64, flat);
    }
    if (id != null) {
      // Without the extension the event's own id is the best name the story has.
      flat.putIfAbsent(Fields.CORRELATION_ID, id);
      flat.put(CloudEvents.EVENT_ID, id);
    }
    if ("application/json".equals(flat.get(Fields.CONTENT_TYPE))) {
      flat.remove(Fields.CONTENT_TYPE);
    }
    return flat;
  }
}
