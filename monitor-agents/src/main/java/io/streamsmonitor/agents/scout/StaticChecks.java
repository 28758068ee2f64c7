package io.streamsmonitor.agents.scout;

import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.scan.CodeFacts;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of {@code es-static.txt}: the specification's twelve sections, then what goes beyond.
 */
final class StaticChecks {
  private static final List<Section> SECTIONS =
      List.of(
          new Section("code.xadd-without-maxlen", "XADD without MAXLEN"),
          new Section("code.xread-without-group", "XREAD without consumer group"),
          new Section("code.group-read-without-ack", "XREADGROUP without XACK"),
          new Section("code.hardcoded-stream-name", "Hardcoded stream names"),
          new Section("code.no-dead-letter", "Missing DLQ/max delivery handling"),
          new Section("code.polling-read", "Polling instead of blocking reads"),
          new Section("code.single-message-read", "Processing COUNT 1 (not batching)"),
          new Section("code.console-logging", "console.log usage"),
          new Section("code.no-correlation-id", "XADD without correlationId"),
          new Section("code.silent-catch", "Silent catch blocks"),
          new Section("code.keys-scan", "KEYS * usage (dangerous)"),
          new Section("code.no-circuit-breaker", "Producers without circuit breaker"));

  private record Section(String rule, String title) {}

  private StaticChecks() {}

  static String text(List<Draft> drafts, CodeFacts code) {
    Map<String, CodeFile> files = new HashMap<>();
    code.files().forEach(f -> files.put(f.path(), f));
    StringBuilder out = new StringBuilder();
    List<String> shown = new ArrayList<>();
    for (Section section : SECTIONS) {
      shown.add(section.rule());
      section(section.title(), section.rule(), drafts, files, out);
    }
    drafts.stream()
        .filter(d -> !shown.contains(d.rule().id()))
        .map(d -> d.rule().id())
        .distinct()
        .sorted()
        .forEach(id -> section(id, id, drafts, files, out));
    return out.toString();
  }

  private static void section(
      String title,
      String rule,
      List<Draft> drafts,
      Map<String, CodeFile> files,
      StringBuilder out) {
    out.append("=== ").append(title).append(" ===\n");
    for (Draft draft : drafts) {
      if (draft.rule().id().equals(rule)) {
        draft.locations().forEach(at -> out.append(line(at, files)).append('\n'));
      }
    }
  }

  private static String line(Location at, Map<String, CodeFile> files) {
    CodeFile file = files.get(at.file());
    return at + ":" + (file == null ? "" : file.shown(at.line(), at.line()));
  }
}
