package io.streamsmonitor.agents.scout.synthesis.causes;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.scout.synthesis.CauseRule;
import io.streamsmonitor.agents.scout.synthesis.Cluster;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A service that does not come up, and a port that another one has. */
@AutoService(CauseRule.class)
public final class PortConflict extends ServiceCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.port-conflict",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Failure from a port conflict",
              "Two services of the fleet ask for one port: the one that starts second ends at once.",
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
    List<Finding> declared = c.category("PORT_CONFLICT");
    return declared.isEmpty()
        ? c.rule("log.").stream().filter(Words.PORT_TAKEN::in).toList()
        : declared;
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    List<Finding> own =
        c.findings().stream()
            .filter(
                f ->
                    f.ruleId().startsWith("session.service")
                        || f.ruleId().equals("log.restart-loop")
                        || f.ruleId().equals("log.process-ended")
                        || Words.PORT_TAKEN.in(f))
            .filter(f -> !causes(c).contains(f))
            .toList();
    return own.isEmpty() ? own : Stream.concat(own.stream(), waiting(c)).toList();
  }

  @Override
  String sentence(String service) {
    return "Service " + service + " does not come up: another one has its port";
  }
}
