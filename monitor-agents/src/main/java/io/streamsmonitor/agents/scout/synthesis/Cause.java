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

  /** The draft of a cause that spares nobody. */
  public static Draft everywhere(
      RuleInfo rule,
      Cluster cluster,
      List<Finding> causes,
      List<Finding> symptoms,
      String sentence) {
    return of(rule, cluster, causes, symptoms, sentence)
        .detail("blastRadius", "every stream and every service")
        .detail("downstream", List.copyOf(cluster.wiring().all()));
  }

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
    Set<String> reach = reach(cluster, chain);
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
            .detail("blastRadius", sentence(cluster, reach))
            .detail("downstream", List.copyOf(reach));
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

  private static String sentence(Cluster cluster, Set<String> reach) {
    return reach.isEmpty()
        ? "nothing downstream of " + cluster.entity() + " is known"
        : "downstream of " + cluster.entity() + ": " + String.join(", ", reach);
  }

  /**
   * Who hears of it further down. A fault of one group reaches the services that read with that
   * group and what they write; the other groups of the stream go on.
   */
  private static Set<String> reach(Cluster cluster, List<Finding> chain) {
    Wiring wiring = cluster.wiring();
    String entity = cluster.entity();
    if (!cluster.stream()) {
      return wiring.downstreamOfService(entity);
    }
    Set<String> readers = new TreeSet<>();
    for (Finding f : chain) {
      if (entity.equals(f.stream()) && f.group() != null) {
        Set<String> owners = wiring.ownersOf(entity, f.group(), wiring.readersOf(entity));
        readers.addAll(owners.isEmpty() ? wiring.readersOf(entity) : owners);
      }
    }
    return readers.isEmpty() ? wiring.downstreamOf(entity) : wiring.downstreamOf(entity, readers);
  }

  /**
   * Where to mend it: the findings' own places, else where code handles the stream. Where no reader
   * of it is known, that is its writers' code, which has nothing to mend.
   */
  private static List<Location> places(Cluster cluster, List<Finding> chain) {
    List<Location> own = new ArrayList<>();
    chain.forEach(f -> own.addAll(f.locations()));
    List<Location> found =
        own.isEmpty() && !cluster.wiring().readersOf(cluster.entity()).isEmpty()
            ? cluster.wiring().places().getOrDefault(cluster.entity(), List.of())
            : own;
    return found.stream().distinct().limit(5).toList();
  }
}
