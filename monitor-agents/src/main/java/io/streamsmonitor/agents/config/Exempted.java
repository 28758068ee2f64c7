package io.streamsmonitor.agents.config;

import io.streamsmonitor.agents.source.Exemption;
import io.streamsmonitor.core.finding.Draft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What comments in configuration and documents take out of a rule. */
final class Exempted {
  private final Path base;
  private final Map<String, List<String>> lines = new HashMap<>();

  Exempted(Path base) {
    this.base = base;
  }

  /** Whether a comment stands at one of the places. */
  boolean covers(Draft draft) {
    return draft.locations().stream()
        .anyMatch(
            at ->
                Exemption.covers(
                    lines.computeIfAbsent(at.file(), this::read), at.line(), draft.rule().id()));
  }

  private List<String> read(String file) {
    try {
      String text = new String(Files.readAllBytes(base.resolve(file)), StandardCharsets.UTF_8);
      return text.contains("monitor:ignore") ? text.lines().toList() : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }
}
