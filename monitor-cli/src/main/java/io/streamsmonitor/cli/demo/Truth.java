package io.streamsmonitor.cli.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The faults that a fleet has planted, and how they show. */
public record Truth(List<Fault> faults) {
  private static final YAMLMapper YAML = new YAMLMapper();

  /**
   * One planted fault.
   *
   * @param foundBy any of these findings shows that it was found
   * @param explains findings that follow from it
   */
  record Fault(String id, String title, List<Matcher> foundBy, List<Matcher> explains) {
    boolean found(List<Finding> findings) {
      return findings.stream().anyMatch(f -> foundBy.stream().anyMatch(m -> m.matches(f)));
    }

    boolean explains(Finding f) {
      return foundBy.stream().anyMatch(m -> m.matches(f))
          || explains.stream().anyMatch(m -> m.matches(f));
    }
  }

  /**
   * What came of the planted faults.
   *
   * @param extra findings of MEDIUM or worse that no planted fault explains
   */
  public record Score(int planted, List<String> missed, List<Finding> extra) {
    public int found() {
      return planted - missed.size();
    }

    public boolean perfect() {
      return missed.isEmpty() && extra.isEmpty();
    }

    @Override
    public String toString() {
      return "planted " + planted + ", found " + found() + ", extra " + extra.size();
    }
  }

  public Truth {
    faults = List.copyOf(faults);
  }

  /** Reads truth.yml. */
  public static Truth read(Path file) throws IOException {
    JsonNode root = YAML.readTree(Files.readString(file));
    List<Fault> faults = new ArrayList<>();
    for (JsonNode fault : root.path("faults")) {
      faults.add(
          new Fault(
              fault.path("id").asText(),
              fault.path("title").asText(),
              matchers(fault.path("found-by")),
              matchers(fault.path("explains"))));
    }
    return new Truth(faults);
  }

  private static List<Matcher> matchers(JsonNode list) {
    List<Matcher> out = new ArrayList<>();
    for (JsonNode keys : list) {
      out.add(new Matcher(YAML.convertValue(keys, new TypeReference<Map<String, String>>() {})));
    }
    return out;
  }

  /** Compares what was planted with what was found; resolved findings were found too. */
  public Score score(List<Finding> findings) {
    List<String> missed =
        faults.stream()
            .filter(fault -> !fault.found(findings))
            .map(fault -> fault.id() + " " + fault.title())
            .toList();
    Set<String> explained = new HashSet<>();
    findings.stream()
        .filter(f -> faults.stream().anyMatch(fault -> fault.explains(f)))
        .forEach(f -> explained.add(f.findingId()));
    List<Finding> extra =
        findings.stream()
            .filter(f -> f.open() && f.severity().atLeast(Severity.MEDIUM))
            .filter(f -> !explained.contains(f.findingId()) && !follows(f, explained))
            .toList();
    return new Score(faults.size(), missed, extra);
  }

  /** A cause is explained when every finding it ties together is. */
  private static boolean follows(Finding f, Set<String> explained) {
    List<String> related = f.texts("relatedFindings");
    return !related.isEmpty() && explained.containsAll(related);
  }
}
