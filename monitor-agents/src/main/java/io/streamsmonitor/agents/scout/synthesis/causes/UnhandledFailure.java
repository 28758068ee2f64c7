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

/** Errors or traces of a service, and work that piles up on the stream it reads. */
@AutoService(CauseRule.class)
public final class UnhandledFailure extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.failing-handler",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Failing handler",
              "A handler that throws leaves its entries unacknowledged; the trace shows where.",
              "Mend what the error names, at the first own frame of its trace where it has one; then let"
                  + " claimed entries be handled again.")
          .costing(Effort.HOURS_4_8, Impact.HIGH);

  public UnhandledFailure() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 0;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.category("BUG", "CRASH", "MEMORY_LEAK").stream()
        .filter(c::tied)
        .filter(f -> !Words.NO_REDIS.in(f) && !f.ruleId().equals("log.restart-loop"))
        .toList();
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.category("STUCK_MESSAGE", "MISSING_ACK", "CONSUMER_LAG", "DEAD_CONSUMER");
  }

  @Override
  String sentence(String stream) {
    return "The handler of stream " + stream + " fails, and its entries wait";
  }
}
