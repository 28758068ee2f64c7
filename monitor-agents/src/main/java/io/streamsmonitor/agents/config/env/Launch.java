package io.streamsmonitor.agents.config.env;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the services of a fleet come to their environment.
 *
 * @param environment what every service that is started inherits
 * @param known whether the session starts the services; what it did not start may have any
 *     environment
 */
public record Launch(Map<String, String> environment, boolean known) {
  /** Nobody knows what the services were started with. */
  public static final Launch UNKNOWN = new Launch(Map.of(), false);

  public Launch {
    environment = Collections.unmodifiableMap(new TreeMap<>(environment));
  }

  /** Values stay where they are. */
  @Override
  public String toString() {
    return "Launch" + environment.keySet() + (known ? "" : " unknown");
  }
}
