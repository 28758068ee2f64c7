package io.streamsmonitor.agents.logs.parse;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The error that a structured line states in a field of its own, whichever library named it. */
public final class StatedError {
  private static final String[] NAMES = {
    "error",
    "err",
    "error.message",
    "err.message",
    "exception",
    "exception.message",
    "cause",
    "error.msg",
    "err.msg",
    "@x",
    "attributes.exception.message",
    "errorMessage"
  };
  private static final Pattern NOTHING =
      Pattern.compile("(?i)null|false|none|nil|0|true|undefined|\\[]|\\{}|no|<nil>|ok|n/a|-");

  private StatedError() {}

  /** Its first line, with its type where one is named, or null where the fields state none. */
  public static @Nullable String in(Map<String, String> fields) {
    if (fields.isEmpty()) {
      return null;
    }
    for (String name : NAMES) {
      if (says(fields.get(name))) {
        return line(fields, name);
      }
    }
    for (String name : fields.keySet()) {
      boolean nested = name.endsWith(".error") || name.endsWith(".err") || name.endsWith(".errMsg");
      if (nested && says(fields.get(name))) {
        return line(fields, name);
      }
    }
    String type = type(fields, "error.message");
    return type.isEmpty() ? null : type;
  }

  private static boolean says(@Nullable String value) {
    return value != null && !value.isBlank() && !NOTHING.matcher(value.strip()).matches();
  }

  private static String line(Map<String, String> fields, String name) {
    String value = fields.getOrDefault(name, "").strip();
    int end = value.indexOf('\n');
    String line = end < 0 ? value : value.substring(0, end);
    String type = type(fields, name);
    return type.isEmpty() || line.contains(type) ? line : type + ": " + line;
  }

  private static String type(Map<String, String> fields, String error) {
    String owner = error.contains(".") ? error.substring(0, error.indexOf('.')) : error;
    return fields.getOrDefault(owner + ".type", fields.getOrDefault(owner + ".name", ""));
  }
}
