package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.core.finding.Location;

/**
 * One value of a configuration file.
 *
 * @param key such as {@code redis.streams[0].name}
 * @param value as written, placeholders not expanded
 */
public record ConfigEntry(String key, String value, Location at) {

  static ConfigEntry of(String key, String value, String file, int line) {
    return new ConfigEntry(key, value, new Location(file, line));
  }
}
