package io.streamsmonitor.agents.source.names;

import java.util.Locale;

/** Names of properties, of their getters, and of their configuration keys. */
final class Accessors {
  private Accessors() {}

  /** {@code getStreamName}, {@code isStreamName} and {@code streamName} are {@code streamName}. */
  static String property(String method) {
    for (String prefix : new String[] {"get", "is"}) {
      if (method.length() > prefix.length()
          && method.startsWith(prefix)
          && Character.isUpperCase(method.charAt(prefix.length()))) {
        return decapitalised(method.substring(prefix.length()));
      }
    }
    return method;
  }

  static String setter(String property) {
    return "set" + property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
  }

  /** {@code streamName} is {@code stream-name}. */
  static String kebab(String property) {
    return property.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  private static String decapitalised(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
