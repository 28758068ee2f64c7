package io.streamsmonitor.agents.scout.synthesis;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Findings about one entity: a stream with the services that read and write it, or a service alone.
 *
 * @param stream whether the entity is a stream
 * @param whole whether everything on the stream is in it, and not what concerns one group alone
 * @param findings in the order they were first seen
 * @param upstream findings that are not of it, but of who writes the stream and of what waits
 *     before them
 * @param downstream findings that are not of it, but of what hangs on it in the topology
 */
public record Cluster(
    String entity,
    boolean stream,
    boolean whole,
    List<Finding> findings,
    List<Finding> upstream,
    List<Finding> downstream,
    Wiring wiring) {

  private static final Set<String> GROWTH =
      Set.of("stream.unbounded", "stream.growing", "code.xadd-without-maxlen");

  /** The entity of what all services share. */
  static final String REDIS = "Redis";

  /** From how many times on something is no single event. */
  public static final int RECURRING = 3;

  public Cluster {
    findings = List.copyOf(findings);
    upstream = List.copyOf(upstream);
    downstream = List.copyOf(downstream);
  }

  /** Findings of any of these categories; what is only for information is no sign of a fault. */
  public List<Finding> category(String... categories) {
    Set<String> wanted = Set.of(categories);
    return findings.stream()
        .filter(f -> wanted.contains(f.category()) && f.severity() != Severity.INFO)
        .toList();
  }

  /** Findings whose rule id begins with any of these. */
  public List<Finding> rule(String... prefixes) {
    return findings.stream()
        .filter(f -> Arrays.stream(prefixes).anyMatch(p -> f.ruleId().startsWith(p)))
        .toList();
  }

  /**
   * Whether a log finding is about this stream, and not merely of a service that works on it: it
   * speaks of it, or comes again and again, as a handler's failure does.
   */
  public boolean tied(Finding log) {
    return speaks(log) || (log.occurrences() >= RECURRING && !speaksOfAnother(log));
  }

  private boolean speaksOfAnother(Finding log) {
    String said = log.title() + "\n" + log.evidence();
    return wiring.streams().stream().anyMatch(s -> !s.equals(entity) && mentions(said, s));
  }

  /**
   * Whether a log finding names the stream, or one of the entries that the stream findings name.
   */
  public boolean speaks(Finding log) {
    if (entity.equals(log.stream())) {
      return true;
    }
    String said = log.title() + "\n" + log.evidence();
    boolean namesakes = entity.equals(log.service());
    return (namesakes ? mentionsStream(said, entity) : mentions(said, entity))
        || findings.stream()
            .filter(f -> entity.equals(f.stream()))
            .flatMap(f -> f.texts("messageIds").stream())
            .anyMatch(said::contains);
  }

  /** Whether it says that a stream grows, or that its writer lets it. */
  static boolean grows(Finding f) {
    return GROWTH.contains(f.ruleId());
  }

  /** Findings that say that a stream grows, or that its writer lets it. */
  public List<Finding> growth() {
    return findings.stream().filter(Cluster::grows).toList();
  }

  /** Whether a log finding names a group that stream findings here are about. */
  public boolean namesGroup(Finding log) {
    String said = log.title() + "\n" + log.evidence();
    return findings.stream()
        .map(Finding::group)
        .filter(Objects::nonNull)
        .anyMatch(group -> mentions(said, group));
  }

  /** Where a service is called like its stream, its own name says nothing of the stream. */
  private static boolean mentionsStream(String text, String name) {
    String before = "(?i:stream|channel|topic|queue|key|group|xadd|xread(?:group)?|xack)\\W{1,3}";
    return Pattern.compile(before + Pattern.quote(name) + "(?![\\w-])").matcher(text).find();
  }

  private static boolean mentions(String text, String name) {
    return Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])").matcher(text).find();
  }

  /** Whether it is about the server and not about one stream or service. */
  public boolean redis() {
    return !stream && entity.equals(REDIS);
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
