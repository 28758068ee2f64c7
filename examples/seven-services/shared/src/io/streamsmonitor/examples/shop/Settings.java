package io.streamsmonitor.examples.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The settings of one service: its {@code application.yml}, keys joined by dots. */
public final class Settings {
  private final Path file;
  private final Map<String, String> values;

  private Settings(Path file, Map<String, String> values) {
    this.file = file;
    this.values = values;
  }

  /**
   * Reads {@code <service>/config/<variant>/application.yml} below the working directory.
   *
   * @throws IOException when the file is absent or no YAML
   */
  public static Settings load(String service, Variant variant) throws IOException {
    Path file = Path.of(service, "config", variant.folder(), "application.yml");
    Map<String, String> values = new TreeMap<>();
    flatten("", new YAMLMapper().readTree(file.toFile()), values);
    return new Settings(file, values);
  }

  /** The value of a key that must be there. */
  public String getProperty(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException(
          "no setting \"" + key + "\" in " + file + "; known: " + values.keySet());
    }
    return value;
  }

  /** The value of a key that must be there and hold a whole number. */
  public int getInt(String key) {
    return Integer.parseInt(getProperty(key));
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> into) {
    if (node.isValueNode()) {
      into.put(prefix, node.asText());
    }
    for (Map.Entry<String, JsonNode> child : node.properties()) {
      flatten(
          prefix.isEmpty() ? child.getKey() : prefix + "." + child.getKey(),
          child.getValue(),
          into);
    }
  }
}
