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
import java.util.Set;

/** A stream that stalls, and services further down that hear nothing more. */
@AutoService(CauseRule.class)
public final class DownstreamStall extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.downstream-stall",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Downstream stall",
              "A service that gets no input writes nothing; it is healthy, and the fault is upstream.",
              "Mend the stalled group upstream; leave the silent services alone, they go on by themselves.")
          .costing(Effort.HOURS_4_8, Impact.HIGH);

  private static final Set<String> STARVED =
      Set.of("log.silent-service", "log.no-output", "stream.orphaned");

  public DownstreamStall() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 1;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.category("CONSUMER_LAG", "DEAD_CONSUMER", "STUCK_MESSAGE", "SERVICE_DOWN", "CRASH");
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.downstream().stream().filter(f -> STARVED.contains(f.ruleId())).toList();
  }

  @Override
  String sentence(String stream) {
    return "Stream " + stream + " stalls, and what hangs on it further down starves";
  }
}
