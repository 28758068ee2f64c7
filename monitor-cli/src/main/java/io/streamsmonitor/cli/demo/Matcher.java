package io.streamsmonitor.cli.demo;

import io.streamsmonitor.core.finding.Finding;
import java.util.Map;
import java.util.Set;

/**
 * What a finding must look like: every given key holds. {@code agent}, {@code category}, {@code
 * stream}, {@code service} and {@code consumerGroup} are exact, {@code rule} may end in {@code *},
 * {@code file} is the end of one of the finding's places.
 */
record Matcher(Map<String, String> keys) {
  private static final Set<String> KNOWN =
      Set.of("agent", "category", "stream", "service", "consumerGroup", "rule", "file");

  Matcher {
    keys = Map.copyOf(keys);
    if (keys.isEmpty() || !KNOWN.containsAll(keys.keySet())) {
      throw new IllegalArgumentException(
          "matcher " + keys + ": use some of " + KNOWN.stream().sorted().toList());
    }
  }

  boolean matches(Finding f) {
    return keys.entrySet().stream().allMatch(e -> holds(e.getKey(), e.getValue(), f));
  }

  private static boolean holds(String key, String wanted, Finding f) {
    return switch (key) {
      case "agent" -> wanted.equals(f.agentId());
      case "category" -> wanted.equals(f.category());
      case "stream" -> wanted.equals(f.stream()) || f.texts("affectedStreams").contains(wanted);
      case "service" -> wanted.equals(f.service()) || f.texts("affectedServices").contains(wanted);
      case "consumerGroup" -> wanted.equals(f.group());
      case "rule" ->
          wanted.endsWith("*")
              ? f.ruleId().startsWith(wanted.substring(0, wanted.length() - 1))
              : wanted.equals(f.ruleId());
      default ->
          f.locations().stream().anyMatch(l -> l.file().endsWith(wanted))
              || f.texts("affectedFiles").stream().anyMatch(file -> file.endsWith(wanted));
    };
  }
}
