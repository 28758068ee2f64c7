package io.streamsmonitor.agents.scout.synthesis;

import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes a cause: the chain in time order, what is cause and what symptom, how far it reaches. */
public final class Cause {
  private Cause() {}

  /**
   * The draft of a cause.
   *
   * @param causes findings that show the cause itself
   * @param symptoms findings that follow from it
   * @param sentence what happens, naming stream and services
   */
  public static Draft of(
      RuleInfo rule,
      Cluster cluster,
      List<Finding> causes,
      List<Finding> symptoms,
      String sentence) {
    Set<Finding> all = new LinkedHashSet<>(causes);
    all.addAll(symptoms);
    List<Finding> chain =
        all.stream()
            .sorted(Comparator.comparing(Finding::firstSeen).thenComparing(Finding::findingId))
            .toList();
    Severity worst = chain.stream().map(Finding::severity).reduce(Severity.INFO, Severity::worse);
    Draft draft =
        Draft.of(rule).severity(worst).stream(cluster.stream() ? cluster.entity() : null)
            .service(cluster.stream() || cluster.redis() ? null : cluster.entity())
            .title(sentence)
            .detail("affectedServices", List.copyOf(services(chain)))
            .detail("affectedStreams", List.copyOf(streams(chain)))
            .detail("relatedFindings", ids(chain))
            .detail("pattern", rule.title())
            .evidence(chain.stream().map(Cause::step).collect(Collectors.joining("\n")))
            .detail("rootCause", sentence)
            .detail("causes", ids(causes))
            .detail("symptoms", ids(symptoms))
            .detail("blastRadius", blastRadius(cluster));
    places(cluster, chain).forEach(draft::location);
    chain.stream().flatMap(f -> f.evidenceRefs().stream().limit(1)).forEach(draft::evidenceRef);
    return draft;
  }

  private static String step(Finding f) {
    return Json.time(f.firstSeen())
        + " "
        + f.agentId()
        + " "
        + f.findingId()
        + " "
        + f.category()
        + ": "
        + f.title();
  }

  private static List<String> ids(List<Finding> findings) {
    return findings.stream().map(Finding::findingId).distinct().toList();
  }

  private static Set<String> services(List<Finding> chain) {
    Set<String> out = new TreeSet<>();
    chain.forEach(f -> out.addAll(Clusters.servicesOf(f)));
    return out;
  }

  private static Set<String> streams(List<Finding> chain) {
    Set<String> out = new TreeSet<>();
    chain.forEach(f -> out.addAll(Clusters.streamsOf(f)));
    return out;
  }

  private static String blastRadius(Cluster cluster) {
    if (cluster.redis()) {
      return "every stream and every service";
    }
    Set<String> reach =
        cluster.stream()
            ? cluster.wiring().downstreamOf(cluster.entity())
            : cluster.wiring().writers().entrySet().stream()
                .filter(e -> e.getValue().contains(cluster.entity()))
                .flatMap(e -> cluster.wiring().downstreamOf(e.getKey()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    return reach.isEmpty()
        ? "nothing downstream of " + cluster.entity() + " is known"
        : "downstream of " + cluster.entity() + ": " + String.join(", ", reach);
  }

  /** Where to mend it: the findings' own places, else where code handles the stream. */
  private static List<Location> places(Cluster cluster, List<Finding> chain) {
    List<Location> own = new ArrayList<>();
    chain.forEach(f -> own.addAll(f.locations()));
    List<Location> found =
        own.isEmpty() ? cluster.wiring().places().getOrDefault(cluster.entity(), List.of()) : own;
    return found.stream().distinct().limit(5).toList();
  }
}
