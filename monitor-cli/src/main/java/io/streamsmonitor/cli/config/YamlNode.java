package io.streamsmonitor.cli.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of monitor.yml that remembers where it stands.
 *
 * @param scalar its text, or null where it is a list or a map (or empty)
 * @param place {@code file:line:column}
 */
record YamlNode(
    @Nullable String scalar,
    @Nullable List<YamlNode> list,
    @Nullable Map<String, YamlNode> map,
    String place) {

  YamlNode {
    list = list == null ? null : List.copyOf(list);
    map = map == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  ConfigError error(String what) {
    return new ConfigError(place + ": " + what);
  }

  /** Its text; an error where it is a list or a map. */
  String text(String key) throws ConfigError {
    if (list != null || map != null) {
      throw error(key + " must be a text, not a " + (list != null ? "list" : "map"));
    }
    return scalar == null ? "" : scalar;
  }
}
