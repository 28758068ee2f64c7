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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A group that nobody reads, and a name that differs between code, configuration and Redis. */
@AutoService(CauseRule.class)
public final class GroupDrift implements CauseRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.group-drift",
              "CROSS_AGENT_SYNTHESIS",
              Severity.CRITICAL,
              "Group name drift",
              "The group that Redis keeps is not the one that the code reads: its entries wait for a reader that will never come.",
              "Make code and configuration agree on one group name, create that group, and destroy the other once it is drained.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public int specificity() {
    return 3;
  }

  @Override
  public void check(Cluster c, Consumer<Draft> out) {
    if (!c.stream()) {
      return;
    }
    List<Finding> causes = c.category("CONFIG_DRIFT", "GROUP_NAME_MISMATCH");
    List<Finding> symptoms =
        new ArrayList<>(c.category("DEAD_CONSUMER", "CONSUMER_LAG", "NO_CONSUMER_GROUP"));
    if (!causes.isEmpty() && !symptoms.isEmpty()) {
      c.rule("log.").stream().filter(f -> f.evidence().contains("NOGROUP")).forEach(symptoms::add);
      out.accept(
          Cause.of(
              INFO,
              c,
              causes,
              symptoms,
              "The group names on stream "
                  + c.entity()
                  + " differ between code, configuration and Redis, so that a group is read by nobody"));
    }
  }
}
