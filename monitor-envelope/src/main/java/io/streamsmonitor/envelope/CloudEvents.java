package io.streamsmonitor.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes an envelope as CloudEvents 1.0; {@link ForeignDialect} reads it back. */
final class CloudEvents {
  static final String BINARY_PREFIX = "ce_";
  static final String SPEC_VERSION = "specversion";
  static final String CONTENT_TYPE = "content-type";
  static final String DATA = "data";
  static final String STRUCTURED = "cloudevents";

  /** Field of {@link EventEnvelope#extra} that keeps the id of an event that came with one. */
  static final String EVENT_ID = "cloudEventId";

  private static final String JSON = "application/json";

  /** All that CloudEvents allows in the name of an attribute. */
  private static final Pattern ATTRIBUTE = Pattern.compile("[a-z0-9]+");

  private CloudEvents() {}

  static Map<String, String> binary(EventEnvelope event, String stream) {
    Map<String, String> fields = new LinkedHashMap<>();
    attributes(event, stream).forEach((name, value) -> fields.put(BINARY_PREFIX + name, value));
    fields.put(CONTENT_TYPE, event.contentType() == null ? JSON : event.contentType());
    fields.put(DATA, event.payload());
    event.extra().forEach((name, value) -> keep(name, value, fields));
    return fields;
  }

  static Map<String, String> structured(EventEnvelope event, String stream) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    attributes(event, stream).forEach(json::put);
    JsonNode data = isJson(event.contentType()) ? PayloadJson.tree(event.payload()) : null;
    if (data == null || data.isMissingNode()) {
      json.put("datacontenttype", isJson(event.contentType()) ? "text/plain" : event.contentType());
      json.put(DATA, event.payload());
    } else {
      json.put("datacontenttype", event.contentType() == null ? JSON : event.contentType());
      json.set(DATA, data);
    }
    Map<String, String> fields = new LinkedHashMap<>();
    event
        .extra()
        .forEach(
            (name, value) -> {
              // A name CloudEvents does not allow stays outside, as a field of the entry.
              if (ATTRIBUTE.matcher(name).matches() && !json.has(name)) {
                json.put(name, value);
              } else {
                keep(name, value, fields);
              }
            });
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put(STRUCTURED, json.toString());
    fields.forEach(entry::putIfAbsent);
    return entry;
  }

  private static Map<String, String> attributes(EventEnvelope event, String stream) {
    Map<String, String> attributes = new LinkedHashMap<>();
    String known = event.extra().get(EVENT_ID);
    attributes.put(SPEC_VERSION, "1.0");
    attributes.put("id", known == null ? Ids.correlation() : known);
    attributes.put("source", event.originService());
    // CloudEvents asks for a type where this envelope does not.
    attributes.put("type", event.type() == null ? stream : event.type());
    attributes.put("time", Iso.millis(event.publishedAt()));
    attributes.put("correlationid", event.correlationId());
    if (event.causationId() != null) {
      attributes.put("causationid", event.causationId());
    }
    attributes.put(TraceParent.FIELD, event.traceparent());
    attributes.put("schemaversion", event.schemaVersion());
    return attributes;
  }

  private static void keep(String name, String value, Map<String, String> fields) {
    if (!name.equals(EVENT_ID)) {
      fields.putIfAbsent(name, value);
    }
  }

  static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return true;
    }
    int parameters = contentType.indexOf(';');
    String type = (parameters < 0 ? contentType : contentType.substring(0, parameters)).trim();
    return type.equalsIgnoreCase(JSON) || type.endsWith("+json");
  }
}
