package io.streamsmonitor.core.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.json.Json;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Events that are plain records, of texts, numbers, truths and times, as JSON and back. */
public final class EventJson {
  private EventJson() {}

  static Map<String, Object> fields(Record event) {
    Map<String, Object> out = new LinkedHashMap<>();
    try {
      for (RecordComponent c : event.getClass().getRecordComponents()) {
        Object value = c.getAccessor().invoke(event);
        if (value instanceof Instant at) {
          out.put(c.getName(), Json.time(at.truncatedTo(ChronoUnit.MILLIS)));
        } else if (value != null) {
          out.put(c.getName(), value);
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("cannot be written: " + event.getClass(), e);
    }
    return out;
  }

  /**
   * Reads an event of the type.
   *
   * @throws IllegalArgumentException when the fields are not those of the type
   */
  public static <E extends Record> E read(JsonNode fields, Class<E> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(fields.path(components[i].getName()), components[i].getType());
    }
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<E> constructor = type.getConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("no " + type.getSimpleName() + ": " + fields, e);
    }
  }

  private static Object value(JsonNode node, Class<?> type) {
    if (type == Instant.class) {
      return Instant.parse(node.asText());
    }
    if (type == long.class) {
      return node.asLong();
    }
    if (type == int.class) {
      return node.asInt();
    }
    return type == boolean.class ? (Object) node.asBoolean() : node.asText();
  }
}
