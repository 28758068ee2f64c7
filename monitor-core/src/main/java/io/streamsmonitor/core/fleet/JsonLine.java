package io.streamsmonitor.core.fleet;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.streamsmonitor.core.json.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A few text fields of a line that is a JSON object. */
final class JsonLine {
  private JsonLine() {}

  /** Top-level text fields of these names; of an object, its own field called name. */
  static Map<String, String> fields(byte[] buffer, int from, int to, Set<String> names) {
    Map<String, String> found = new LinkedHashMap<>();
    if (from >= to || buffer[from] != '{') {
      return found;
    }
    try (JsonParser parser = Json.MAPPER.createParser(buffer, from, to - from)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME && found.size() < names.size()) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value == JsonToken.VALUE_STRING && names.contains(name)) {
          found.putIfAbsent(name, parser.getText());
        } else if (value == JsonToken.START_OBJECT && names.contains(name)) {
          nested(parser, name, found);
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException e) {
      return found; // what was read before the damage still counts
    }
    return found;
  }

  private static void nested(JsonParser parser, String field, Map<String, String> found)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean name = parser.currentName().equals("name");
      if (parser.nextToken() == JsonToken.VALUE_STRING && name) {
        found.putIfAbsent(field, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
  }
}
