package io.streamsmonitor.agents.config.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.streamsmonitor.core.finding.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A JSON text as a tree; comments and trailing commas, as configuration has them, are allowed. */
final class JsonTree {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
          .build();

  private final String file;
  private final JsonParser parser;
  private final Consumer<DuplicateKey> duplicates;

  private JsonTree(String file, JsonParser parser, Consumer<DuplicateKey> duplicates) {
    this.file = file;
    this.parser = parser;
    this.duplicates = duplicates;
  }

  static ConfigNode read(String file, String text, Consumer<DuplicateKey> duplicates)
      throws SourceRefused, IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() == null) {
        return ConfigNode.text(1, null);
      }
      return new JsonTree(file, parser, duplicates).node();
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new SourceRefused(line, "is not valid JSON");
    }
  }

  private ConfigNode node() throws IOException {
    int line = line();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return new ConfigNode(line, null, fields(), List.of());
    }
    if (token == JsonToken.START_ARRAY) {
      List<ConfigNode> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node());
      }
      return new ConfigNode(line, null, Map.of(), items);
    }
    return ConfigNode.text(line, token == JsonToken.VALUE_NULL ? null : parser.getText());
  }

  private Map<String, ConfigNode> fields() throws IOException {
    Map<String, ConfigNode> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      int line = line();
      parser.nextToken();
      ConfigNode before = fields.put(key, node());
      if (before != null) {
        Location first = new Location(file, before.line());
        duplicates.accept(new DuplicateKey(key, first, new Location(file, line)));
      }
    }
    return fields;
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }
}
