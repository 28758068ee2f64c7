package io.streamsmonitor.agents.scout.synthesis.causes;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.scout.synthesis.Cause;
import io.streamsmonitor.agents.scout.synthesis.CauseRule;
import io.streamsmonitor.agents.scout.synthesis.Cluster;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service that ends or cannot listen, and a port that another one is configured with too. */
@AutoService(CauseRule.class)
public final class PortConflict extends ServiceCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.port-conflict",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Failure from a port conflict",
              "Two services of the fleet ask for one port: the one that starts second cannot listen on it.",
              "Give each service a port of its own in its configuration.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  public PortConflict() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 3;
  }

  @Override
  List<Finding> causes(Cluster c) {
    List<Finding> configured = c.category("PORT_CONFLICT");
    return configured.isEmpty()
        ? c.rule("log.").stream().filter(Words.PORT_TAKEN::in).toList()
        : configured;
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    List<Finding> causes = causes(c);
    List<Finding> own =
        c.findings().stream()
            .filter(f -> ends(f) || Words.PORT_TAKEN.in(f))
            .filter(f -> !causes.contains(f))
            .toList();
    boolean stands =
        own.stream().noneMatch(PortConflict::ends)
            && waiting(c).noneMatch(f -> f.category().equals("DEAD_CONSUMER"));
    return own.isEmpty() || stands ? own : Stream.concat(own.stream(), waiting(c)).toList();
  }

  @Override
  Draft draft(Cluster c, List<Finding> causes, List<Finding> symptoms) {
    String seen =
        symptoms.stream().anyMatch(PortConflict::ends)
            ? " is down or begins again and again"
            : " cannot listen";
    String sentence = "Service " + c.entity() + seen + "; " + shared(c.entity(), causes.get(0));
    return Cause.of(info(), c, causes, symptoms, sentence);
  }

  @Override
  String sentence(String service) {
    return "Service " + service + " shares a port with another one";
  }

  /** The service has gone, or begins again and again. */
  private static boolean ends(Finding f) {
    return f.ruleId().startsWith("session.service")
        || f.ruleId().equals("log.restart-loop")
        || f.ruleId().equals("log.process-ended");
  }

  /** What the configuration says; that the other one holds the port is not known. */
  private static String shared(String service, Finding conflict) {
    if (!conflict.category().equals("PORT_CONFLICT")) {
      return "somebody listens on its port already";
    }
    String others =
        conflict.texts("services").stream()
            .filter(other -> !other.equals(service))
            .collect(Collectors.joining(" and "));
    Object port = conflict.details().get("port");
    return "its port"
        + (port == null ? "" : " " + port)
        + " is configured for "
        + (others.isEmpty() ? "another one" : others)
        + " too";
  }
}
