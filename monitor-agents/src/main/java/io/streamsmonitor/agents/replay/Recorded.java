package io.streamsmonitor.agents.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of a recorded session as text, whatever bytes a killed session or a bad disk left. */
final class Recorded {
  private Recorded() {}

  static BufferedReader open(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
  }

  static List<String> lines(Path file) throws IOException {
    try (BufferedReader in = open(file)) {
      return in.lines().toList();
    }
  }
}
