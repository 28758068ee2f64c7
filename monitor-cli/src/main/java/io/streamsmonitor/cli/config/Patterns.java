package io.streamsmonitor.cli.config;

import io.streamsmonitor.agents.logs.pattern.UserPattern;
import io.streamsmonitor.agents.logs.pattern.UserSecret;
import io.streamsmonitor.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the patterns that users give: what is a secret, and what they want to hear of. */
final class Patterns {
  private Patterns() {}

  static List<UserSecret> secrets(Section s) throws ConfigError {
    List<UserSecret> out = new ArrayList<>();
    for (String text : s.texts("patterns", List.of())) {
      try {
        out.add(UserSecret.of(text));
      } catch (IllegalArgumentException e) {
        throw s.error("redact.patterns: " + e.getMessage());
      }
    }
    return out;
  }

  static List<UserPattern> logPatterns(Section top) throws ConfigError {
    List<UserPattern> out = new ArrayList<>();
    for (YamlNode item : top.items("log-patterns")) {
      Section s = Section.of("log-patterns", item, "pattern", "category", "severity");
      if (s.text("pattern", "").isBlank()) {
        throw item.error("a log pattern needs a pattern");
      }
      Severity severity =
          s.parsed(
              "severity",
              Severity.MEDIUM,
              text -> MonitorConfigReader.choice(Severity.class, text));
      String category = s.text("category", "ANOMALY").toUpperCase(Locale.ROOT);
      try {
        out.add(UserPattern.of(s.text("pattern", ""), category, severity));
      } catch (IllegalArgumentException e) {
        throw item.error("log-patterns: " + e.getMessage());
      }
    }
    return out;
  }
}
