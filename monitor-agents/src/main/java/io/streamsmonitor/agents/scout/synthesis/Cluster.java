package io.streamsmonitor.agents.scout.synthesis;

import io.streamsmonitor.core.finding.Finding;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Findings about one entity: a stream with the services that read and write it, or a service alone.
 *
 * @param stream whether the entity is a stream
 * @param findings in the order they were first seen
 */
public record Cluster(String entity, boolean stream, List<Finding> findings, Wiring wiring) {

  public Cluster {
    findings = List.copyOf(findings);
  }

  /** Findings of any of these categories. */
  public List<Finding> category(String... categories) {
    Set<String> wanted = Set.of(categories);
    return findings.stream().filter(f -> wanted.contains(f.category())).toList();
  }

  /** Findings whose rule id begins with any of these. */
  public List<Finding> rule(String... prefixes) {
    return findings.stream()
        .filter(f -> Arrays.stream(prefixes).anyMatch(p -> f.ruleId().startsWith(p)))
        .toList();
  }

  /** Names of the agents that speak in it, sorted. */
  public Set<String> agents() {
    Set<String> agents = new TreeSet<>();
    findings.forEach(f -> agents.add(f.agentId()));
    return agents;
  }

  /** The object of cross-agent-clusters.json. */
  Map<String, Object> fields() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("entity", entity);
    out.put("finding_count", findings.size());
    out.put("agents", List.copyOf(agents()));
    out.put("findings", findings.stream().map(Finding::findingId).toList());
    return out;
  }
}
