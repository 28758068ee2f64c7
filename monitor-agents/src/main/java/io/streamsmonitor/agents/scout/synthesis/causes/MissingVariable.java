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

/** A service that fails, and a variable that its code needs and nobody sets. */
@AutoService(CauseRule.class)
public final class MissingVariable extends ServiceCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.missing-variable",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Failure from a missing environment variable",
              "Code that reads a variable without default fails where it is not set, at start or at first use.",
              "Set the variable for the service, or give the code a default, and check it once at start.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  public MissingVariable() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 2;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.category("MISSING_ENV_VAR");
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.rule(
        "log.restart-loop", "log.crash", "log.stack-trace", "log.runtime-error", "session.service");
  }

  @Override
  String sentence(String service) {
    return "Service " + service + " fails where an environment variable is missing";
  }
}
