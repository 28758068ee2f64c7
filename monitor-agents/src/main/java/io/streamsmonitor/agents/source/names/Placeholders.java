package io.streamsmonitor.agents.source.names;

import io.streamsmonitor.agents.source.ConfigValues;
import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.core.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Configuration keys as values, and texts with {@code ${key:default}} in them. */
final class Placeholders {
  private static final Pattern ENVIRONMENT =
      Pattern.compile("#\\{\\s*(?:systemEnvironment|environment)\\s*\\[\\s*'([^']+)'\\s*]\\s*}");

  private final ConfigValues config;

  Placeholders(ConfigValues config) {
    this.config = config;
  }

  /** A key's value where the configuration has one. */
  NameValue key(CodeFile file, String key, @Nullable String fallback) {
    ConfigValues.Located found = config.valueAt(file.path(), file.service(), key).orElse(null);
    String value = found == null || found.text().contains("${") ? null : found.text();
    Location at = found == null ? null : found.at();
    if (found != null && value == null) {
      value = text(file, found.text()).resolved().orElse(null);
    }
    return new NameValue.Setting(key, fallback, value, at);
  }

  /** The text of a {@code @Value}. */
  NameValue text(CodeFile file, String text) {
    Matcher environment = ENVIRONMENT.matcher(text);
    if (environment.matches()) {
      return new NameValue.Env(environment.group(1), null);
    }
    if (text.contains("#{")) {
      return new NameValue.Unknown("an expression: " + text);
    }
    List<NameValue> parts = new ArrayList<>();
    int done = 0;
    for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", done)) {
      int close = closing(text, open + 2);
      if (close < 0) {
        break;
      }
      if (open > done) {
        parts.add(new NameValue.Const(text.substring(done, open)));
      }
      parts.add(placeholder(file, text.substring(open + 2, close)));
      done = close + 1;
    }
    if (done < text.length() || parts.isEmpty()) {
      parts.add(new NameValue.Const(text.substring(done)));
    }
    return parts.size() == 1 ? parts.get(0) : Values.join(parts);
  }

  private NameValue placeholder(CodeFile file, String inside) {
    int colon = inside.indexOf(':');
    String key = (colon < 0 ? inside : inside.substring(0, colon)).strip();
    if (colon < 0) {
      return key(file, key, null);
    }
    String fallback = inside.substring(colon + 1);
    return fallback.contains("${")
        ? Values.orElse(key(file, key, null), text(file, fallback))
        : key(file, key, fallback);
  }

  private static int closing(String text, int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      if (text.startsWith("${", i)) {
        depth++;
      } else if (text.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
