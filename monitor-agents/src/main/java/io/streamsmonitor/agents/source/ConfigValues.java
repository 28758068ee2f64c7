package io.streamsmonitor.agents.source;

import io.streamsmonitor.core.finding.Location;
import java.util.Optional;

/** What a fleet's configuration says, as far as the resolution of names in code asks for it. */
@FunctionalInterface
public interface ConfigValues {
  /** No configuration at all. */
  ConfigValues NONE = (service, key) -> Optional.empty();

  /**
   * The value of a key, found by relaxed binding.
   *
   * @param service whose configuration comes first, or "" for the fleet's
   */
  Optional<Located> value(String service, String key);

  /** The same for code at a path, whose own folder's configuration comes first. */
  default Optional<Located> valueAt(String path, String service, String key) {
    return value(service, key);
  }

  /** A value and the place where it is written. */
  record Located(String text, Location at) {}
}
