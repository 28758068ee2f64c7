package io.streamsmonitor.report.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Findings that are known: with {@code new-only} they pass the gate. A file for the repository, one
 * entry a fingerprint, sorted so that changes read well.
 *
 * @param entries what each fingerprint stands for, for people: rule and title
 */
public record Baseline(Map<String, Entry> entries) {
  /** The usual name of the file, beside monitor.yml. */
  public static final String FILE = "monitor-baseline.json";

  /** What a fingerprint stands for. */
  public record Entry(String ruleId, String title) {}

  public Baseline {
    entries = Map.copyOf(entries);
  }

  /** Every open finding of these. */
  public static Baseline of(Collection<Finding> findings) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    findings.stream()
        .filter(Finding::open)
        .forEach(f -> entries.putIfAbsent(f.fingerprint(), new Entry(f.ruleId(), f.title())));
    return new Baseline(entries);
  }

  /**
   * Reads the file; where there is none, nothing is known.
   *
   * @throws IOException naming the file, where it is no baseline
   */
  public static Baseline read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new Baseline(Map.of());
    }
    JsonNode document = Json.tryRead(Files.readString(file));
    if (document == null || !document.path("findings").isArray()) {
      throw new IOException(
          file + " is no baseline; write one with `monitor baseline write`, or delete it");
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (JsonNode f : document.path("findings")) {
      entries.put(
          f.path("fingerprint").asText(),
          new Entry(f.path("ruleId").asText(), f.path("title").asText()));
    }
    return new Baseline(entries);
  }

  /** Fingerprints that are known. */
  public Set<String> known() {
    return entries.keySet();
  }

  /** Only what the findings still show. */
  public Baseline pruned(Collection<Finding> findings) {
    Set<String> seen = of(findings).known();
    Map<String, Entry> kept = new LinkedHashMap<>(entries);
    kept.keySet().retainAll(seen);
    return new Baseline(kept);
  }

  /** The file's text. */
  public String text() {
    List<Map<String, String>> rows = new ArrayList<>();
    new TreeMap<>(entries)
        .forEach(
            (fingerprint, entry) -> {
              Map<String, String> row = new LinkedHashMap<>();
              row.put("fingerprint", fingerprint);
              row.put("ruleId", entry.ruleId());
              row.put("title", entry.title());
              rows.add(row);
            });
    return Json.pretty(Map.of("findings", rows)) + "\n";
  }
}
