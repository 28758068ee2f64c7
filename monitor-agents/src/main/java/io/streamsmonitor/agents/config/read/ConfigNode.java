package io.streamsmonitor.agents.config.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a structured file, which knows its line: a text, a map, a list, or nothing.
 *
 * @param line from 1
 */
public record ConfigNode(
    int line, @Nullable String text, Map<String, ConfigNode> fields, List<ConfigNode> items) {

  public ConfigNode {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    items = List.copyOf(items);
  }

  static ConfigNode text(int line, @Nullable String text) {
    return new ConfigNode(line, text, Map.of(), List.of());
  }

  /** The node at the path, or null. */
  public @Nullable ConfigNode at(String... path) {
    ConfigNode node = this;
    for (String key : path) {
      node = node == null ? null : node.fields.get(key);
    }
    return node;
  }

  /** The text at the path, or "". */
  public String textAt(String... path) {
    ConfigNode node = at(path);
    return node == null || node.text == null ? "" : node.text;
  }

  public boolean isMap() {
    return !fields.isEmpty();
  }

  /** Every text below, keyed {@code a.b[0].c}, in the order of the file. */
  public List<ConfigEntry> entries(String file) {
    List<ConfigEntry> out = new ArrayList<>();
    collect("", file, out);
    return out;
  }

  private void collect(String key, String file, List<ConfigEntry> out) {
    if (text != null && !key.isEmpty()) {
      out.add(ConfigEntry.of(key, text, file, line));
    }
    String prefix = key.isEmpty() ? "" : key + ".";
    fields.forEach((name, node) -> node.collect(prefix + name, file, out));
    for (int i = 0; i < items.size(); i++) {
      items.get(i).collect(key + "[" + i + "]", file, out);
    }
  }
}
