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

/** A group that nobody reads, and a name that differs between code, configuration and Redis. */
@AutoService(CauseRule.class)
public final class GroupDrift extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.group-drift",
              "CROSS_AGENT_SYNTHESIS",
              Severity.CRITICAL,
              "Group name drift",
              "The group that Redis keeps is not the one that the code reads: its entries wait for a reader that will never come.",
              "Make code and configuration agree on one group name, create that group, and destroy the other once it is drained.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  public GroupDrift() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 3;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.rule("config.group-");
  }

  /** What waits; and, where something does, the errors of those who ask for the wrong group. */
  @Override
  List<Finding> symptoms(Cluster c) {
    List<Finding> waiting = c.category("DEAD_CONSUMER", "CONSUMER_LAG");
    return waiting.isEmpty()
        ? List.of()
        : Stream.concat(
                waiting.stream(),
                c.rule("log.").stream().filter(f -> f.evidence().contains("NOGROUP")))
            .toList();
  }

  @Override
  String sentence(String stream) {
    return "The group names on stream "
        + stream
        + " differ between code, configuration and Redis, so that a group is read by nobody";
  }
}
