package io.streamsmonitor.cli.config;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expands {@code ${VAR}} and {@code ${VAR:default}}; a variable without value is an error. */
final class Variables {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([^}]*))?}");

  private final UnaryOperator<String> environment;

  Variables(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  String expand(String text, String place) throws ConfigError {
    Matcher found = VARIABLE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (found.find()) {
      String value = environment.apply(found.group(1));
      String chosen = value != null ? value : found.group(2);
      if (chosen == null) {
        throw new ConfigError(
            place
                + ": environment variable "
                + found.group(1)
                + " is not set; set it, or write ${"
                + found.group(1)
                + ":default}");
      }
      found.appendReplacement(out, Matcher.quoteReplacement(chosen));
    }
    found.appendTail(out);
    return out.toString();
  }
}
