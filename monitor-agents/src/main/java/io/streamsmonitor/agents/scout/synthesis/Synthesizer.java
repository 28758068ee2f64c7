package io.streamsmonitor.agents.scout.synthesis;

import io.streamsmonitor.agents.scout.Synthesis;
import io.streamsmonitor.core.agent.AgentContext;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.StreamActivity;
import io.streamsmonitor.core.rule.Rules;
import io.streamsmonitor.core.workspace.Files0600;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks at everything the agents have said, writes the clusters, and reports one cause a group of
 * findings: the pattern that explains most of them, from the most agents, comes first, and no
 * finding is explained twice.
 */
public final class Synthesizer implements Synthesis {
  private final Rules<Cluster> causes = Rules.load(CauseRule.class);
  private final Map<String, CauseRule> byId = new HashMap<>();
  private final Function<Collection<StreamActivity>, Wiring> wiring;
  private final Set<StreamActivity> heard = new LinkedHashSet<>();
  private boolean written;

  /**
   * A synthesizer.
   *
   * @param wiring of what the services said so far; asked at each look, for the scan may not be
   *     done before
   */
  public Synthesizer(Function<Collection<StreamActivity>, Wiring> wiring) {
    this.wiring = wiring;
    ServiceLoader.load(CauseRule.class, CauseRule.class.getClassLoader())
        .forEach(rule -> byId.put(rule.info().id(), rule));
  }

  /** What is known of each pattern. */
  public List<RuleInfo> infos() {
    return causes.infos();
  }

  @Override
  public void heard(StreamActivity activity) {
    heard.add(activity);
  }

  @Override
  public void look(AgentContext context) {
    if (!written) {
      written = true;
      Files0600.write(
          context.workspace().config("wiring.json"),
          Json.pretty(WiringJson.of(wiring.apply(List.of()))) + "\n");
    }
    List<Cluster> clusters = Clusters.of(context.feed().all(), wiring.apply(heard));
    Files0600.write(
        context.workspace().clusters(),
        Json.pretty(
                clusters.stream()
                    .filter(c -> c.findings().size() > 1)
                    .map(Cluster::fields)
                    .toList())
            + "\n");
    Set<String> said = new HashSet<>();
    for (Draft cause : causes(clusters)) {
      said.add(cause.key());
      context.report(cause);
    }
    resolveOutlived(context, said);
  }

  /** The causes of these findings, the one to look at first first. */
  public List<Draft> causes(Collection<Finding> findings, Wiring known) {
    return causes(Clusters.of(List.copyOf(findings), known));
  }

  private List<Draft> causes(List<Cluster> clusters) {
    List<Proposal> proposals = new ArrayList<>();
    for (Cluster cluster : clusters) {
      for (Cluster part : Clusters.parts(cluster)) {
        causes.check(part, draft -> proposals.add(proposal(draft, part)));
      }
    }
    Set<String> explained = new HashSet<>();
    List<Draft> kept = new ArrayList<>();
    proposals.stream()
        .filter(p -> p.proven() || crossesAgents(p.draft()))
        .sorted(
            Comparator.comparing((Proposal p) -> -p.specificity())
                .thenComparing(p -> p.draft().severity())
                .thenComparing(p -> -related(p.draft()).size())
                .thenComparing(p -> p.draft().subject().stream() == null)
                .thenComparing(p -> p.draft().key()))
        .map(Proposal::draft)
        .filter(d -> related(d).stream().noneMatch(explained::contains))
        .forEach(
            d -> {
              explained.addAll(related(d));
              kept.add(d);
            });
    return ranked(kept, clusters);
  }

  private record Proposal(Draft draft, int specificity, boolean proven) {}

  private Proposal proposal(Draft draft, Cluster part) {
    CauseRule rule = byId.get(draft.rule().id());
    return rule == null
        ? new Proposal(draft, 0, false)
        : new Proposal(draft, rule.specificity(part), rule.proven(part));
  }

  private static List<Draft> ranked(List<Draft> kept, List<Cluster> clusters) {
    Map<String, Finding> findings = new HashMap<>();
    for (Cluster c : clusters) {
      Stream.of(c.findings(), c.upstream(), c.downstream())
          .flatMap(List::stream)
          .forEach(f -> findings.put(f.findingId(), f));
    }
    return kept.isEmpty() ? kept : Ranking.of(kept, findings, clusters.get(0).wiring());
  }

  /** A cause whose findings are all explained otherwise, or resolved, no longer stands. */
  private static void resolveOutlived(AgentContext context, Set<String> said) {
    for (Finding f : context.feed().open()) {
      boolean cause = f.category().equals("CROSS_AGENT_SYNTHESIS");
      if (cause && !said.contains(f.ruleId() + '\u0001' + f.subject().key())) {
        context.report(
            Draft.of(
                    RuleInfo.of(
                        f.ruleId(),
                        f.category(),
                        Severity.INFO,
                        f.title(),
                        "",
                        f.text("recommendation")))
                .severity(f.severity())
                .service(f.service())
                .stream(f.stream())
                .resolved("its findings are resolved, or explained by another cause"));
      }
    }
  }

  /**
   * What one agent says alone is its own finding, no cause; ids begin with their agent's prefix.
   */
  static boolean crossesAgents(Draft draft) {
    return related(draft).stream().map(id -> id.replaceAll("-.*", "")).distinct().count() > 1;
  }

  private static List<String> related(Draft draft) {
    return texts(draft, "relatedFindings");
  }

  /** A list field of the draft as texts, or empty. */
  static List<String> texts(Draft draft, String field) {
    return draft.details().get(field) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
