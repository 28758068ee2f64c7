package io.streamsmonitor.core.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.FindingJson;
import io.streamsmonitor.core.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An agent's journal read back: the last state of each finding.
 *
 * @param findings in the order they were first said
 * @param damagedAt numbers of the lines that could not be read, a torn last one among them
 */
public record FindingJournal(List<Finding> findings, List<Integer> damagedAt) {

  public FindingJournal {
    findings = List.copyOf(findings);
    damagedAt = List.copyOf(damagedAt);
  }

  /** How many lines could not be read. */
  public int damaged() {
    return damagedAt.size();
  }

  /** Reads {@code findings/<agent>.jsonl}; a missing file is an empty journal. */
  public static FindingJournal read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new FindingJournal(List.of(), List.of());
    }
    Map<String, Finding> latest = new LinkedHashMap<>();
    List<Integer> damaged = new ArrayList<>();
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      JsonNode node = Json.tryRead(line);
      try {
        Finding finding = FindingJson.read(node == null ? Json.MAPPER.createObjectNode() : node);
        latest.put(finding.findingId(), finding);
      } catch (IllegalArgumentException | DateTimeException e) {
        damaged.add(number);
      }
    }
    return new FindingJournal(new ArrayList<>(latest.values()), damaged);
  }
}
