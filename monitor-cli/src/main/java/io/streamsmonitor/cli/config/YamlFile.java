package io.streamsmonitor.cli.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads a YAML file into {@link YamlNode}s. Values are expanded on the way; keys are not. */
final class YamlFile {
  private static final long LIMIT = 1 << 20;

  private final String file;
  private final Variables variables;
  private final JsonParser parser;

  private YamlFile(String file, Variables variables, JsonParser parser) {
    this.file = file;
    this.variables = variables;
    this.parser = parser;
  }

  /** The file's one document; an empty file is an empty map. */
  static YamlNode read(Path path, UnaryOperator<String> environment) throws ConfigError {
    try {
      if (Files.size(path) > LIMIT) {
        throw new ConfigError(path + ": larger than 1 MB; this is no monitor.yml");
      }
      String text = Files.readString(path, StandardCharsets.UTF_8);
      try (JsonParser parser = new YAMLFactory().createParser(text)) {
        YamlFile reader = new YamlFile(path.toString(), new Variables(environment), parser);
        return parser.nextToken() == null
            ? new YamlNode(null, null, Map.of(), path + ":1:1")
            : reader.value();
      }
    } catch (NoSuchFileException e) {
      throw new ConfigError(
          path + ": no such file; write one with `monitor init`, or name it with --config");
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String place = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
      String problem = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new ConfigError(path + place + ": not valid YAML: " + problem);
    } catch (IOException e) {
      throw new ConfigError(path + ": cannot be read: " + e.getMessage());
    }
  }

  private YamlNode value() throws IOException, ConfigError {
    String place = place();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return new YamlNode(null, null, map(), place);
    }
    if (token == JsonToken.START_ARRAY) {
      List<YamlNode> list = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(value());
      }
      return new YamlNode(null, list, null, place);
    }
    if (token == JsonToken.VALUE_NULL) {
      return new YamlNode(null, null, null, place);
    }
    return new YamlNode(variables.expand(parser.getText(), place), null, null, place);
  }

  private Map<String, YamlNode> map() throws IOException, ConfigError {
    Map<String, YamlNode> map = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      String place = place();
      parser.nextToken();
      if (map.put(key, value()) != null) {
        throw new ConfigError(place + ": key \"" + key + "\" is given twice");
      }
    }
    return map;
  }

  private String place() {
    JsonLocation at = parser.currentTokenLocation();
    return file + ":" + at.getLineNr() + ":" + at.getColumnNr();
  }
}
