package io.streamsmonitor.cli.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A map of monitor.yml whose keys are known beforehand; an unknown key is an error. */
final class Section {
  private final String name;
  private final YamlNode node;
  private final Map<String, YamlNode> map;

  private Section(String name, YamlNode node, Map<String, YamlNode> map) {
    this.name = name;
    this.node = node;
    this.map = map;
  }

  /** The node as a section with these keys and no others. */
  static Section of(String name, @Nullable YamlNode node, String... keys) throws ConfigError {
    YamlNode there = node == null ? new YamlNode(null, null, Map.of(), "monitor.yml") : node;
    if (there.list() != null || (there.scalar() != null && there.map() == null)) {
      throw there.error((name.isEmpty() ? "the file" : name) + " must be a map of keys");
    }
    Map<String, YamlNode> map = there.map() == null ? Map.of() : there.map();
    Set<String> known = new TreeSet<>(Set.of(keys));
    for (Map.Entry<String, YamlNode> entry : map.entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw entry
            .getValue()
            .error(
                "unknown key \""
                    + path(name, entry.getKey())
                    + "\"; did you mean \""
                    + path(name, Nearest.of(entry.getKey(), known))
                    + "\"? Known keys: "
                    + String.join(", ", known));
      }
    }
    return new Section(name, there, map);
  }

  private static String path(String section, String key) {
    return section.isEmpty() ? key : section + "." + key;
  }

  @Nullable YamlNode node(String key) {
    YamlNode value = map.get(key);
    boolean empty =
        value == null || (value.scalar() == null && value.list() == null && value.map() == null);
    return empty ? null : value;
  }

  ConfigError error(String what) {
    return node.error(what);
  }

  String text(String key, String fallback) throws ConfigError {
    YamlNode value = node(key);
    return value == null ? fallback : value.text(path(name, key));
  }

  @Nullable String optional(String key) throws ConfigError {
    YamlNode value = node(key);
    return value == null ? null : value.text(path(name, key));
  }

  Duration duration(String key, Duration fallback) throws ConfigError {
    return parsed(key, fallback, Durations::parse);
  }

  long number(String key, long fallback) throws ConfigError {
    return parsed(
        key,
        fallback,
        text -> {
          try {
            return Long.parseLong(text);
          } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no whole number", e);
          }
        });
  }

  boolean flag(String key, boolean fallback) throws ConfigError {
    return parsed(
        key,
        fallback,
        text -> {
          if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("\"" + text + "\" must be true or false");
          }
          return text.equals("true");
        });
  }

  /**
   * A value read by the function, whose IllegalArgumentException becomes an error with the place.
   */
  <T> T parsed(String key, T fallback, Function<String, T> read) throws ConfigError {
    YamlNode value = node(key);
    if (value == null) {
      return fallback;
    }
    try {
      return read.apply(value.text(path(name, key)));
    } catch (IllegalArgumentException e) {
      throw value.error(path(name, key) + ": " + e.getMessage());
    }
  }

  /** A list of texts; one text alone counts as a list of one. */
  List<String> texts(String key, List<String> fallback) throws ConfigError {
    YamlNode value = node(key);
    if (value == null) {
      return fallback;
    }
    if (value.list() == null) {
      return List.of(value.text(path(name, key)));
    }
    List<String> out = new ArrayList<>();
    for (YamlNode item : value.list()) {
      out.add(item.text(path(name, key)));
    }
    return out;
  }

  /** A command: a text that is split into words, or a list of words; empty where not given. */
  List<String> command(String key) throws ConfigError {
    YamlNode value = node(key);
    if (value == null || value.list() != null) {
      return texts(key, List.of());
    }
    return parsed(key, List.of(), Words::split);
  }

  Map<String, String> environment(String key) throws ConfigError {
    YamlNode value = node(key);
    Map<String, String> out = new LinkedHashMap<>();
    if (value != null) {
      if (value.map() == null) {
        throw value.error(path(name, key) + " must be a map of names to values");
      }
      for (Map.Entry<String, YamlNode> entry : value.map().entrySet()) {
        out.put(entry.getKey(), entry.getValue().text(path(name, key) + "." + entry.getKey()));
      }
    }
    return out;
  }

  List<YamlNode> items(String key) throws ConfigError {
    YamlNode value = node(key);
    if (value == null) {
      return List.of();
    }
    if (value.list() == null) {
      throw value.error(path(name, key) + " must be a list");
    }
    return value.list();
  }
}
