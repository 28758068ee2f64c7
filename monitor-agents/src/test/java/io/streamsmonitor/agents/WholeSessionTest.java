package io.streamsmonitor.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.session.SessionEnd;
import io.streamsmonitor.core.session.SessionRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session of ten minutes with the four agents is a unit test. */
final class WholeSessionTest {
  @TempDir Path folder;

  @Test
  void fourAgentsFindAndTieWhatTheScriptPlants() throws IOException {
    assertThat(new WholeSession(folder.resolve("fleet")).run(folder.resolve("session")))
        .isEqualTo(SessionEnd.COMPLETE);

    SessionRecord session = SessionRecord.read(folder.resolve("session"));
    assertThat(session.findings())
        .extracting(Finding::ruleId)
        .contains(
            "log.timeout",
            "log.secret",
            "log.stack-trace",
            "stream.consumer-lag",
            "stream.growing",
            "code.xadd-without-maxlen",
            "code.silent-catch",
            "cause.overloaded-consumer");
    assertThat(session.findings()).noneMatch(f -> f.ruleId().equals("session.duty-failed"));
    assertThat(Files.readAllLines(session.workspace().heartbeats())).hasSize(4 * 5 + 5);
  }

  @Test
  void theSameBytesComeOutEveryTime() throws IOException {
    WholeSession fleet = new WholeSession(folder.resolve("fleet"));
    fleet.run(folder.resolve("first"));
    Map<String, String> first = contents(folder.resolve("first"));
    assertThat(first).hasSizeGreaterThan(30);
    for (int run = 2; run <= 20; run++) {
      Path again = folder.resolve("run" + run);
      fleet.run(again);
      Map<String, String> now = contents(again);
      assertThat(now.keySet()).as("files of run %d", run).isEqualTo(first.keySet());
      now.forEach(
          (file, text) ->
              assertThat(text.lines())
                  .as(file)
                  .containsExactlyElementsOf(first.getOrDefault(file, "").lines().toList()));
    }
  }

  private static Map<String, String> contents(Path session) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(session)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        contents.put(
            session.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }
}
