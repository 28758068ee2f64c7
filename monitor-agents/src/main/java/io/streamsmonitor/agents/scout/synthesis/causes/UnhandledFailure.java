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
import java.util.function.Consumer;

/** Errors or traces of a service, and work that piles up on the stream it reads. */
@AutoService(CauseRule.class)
public final class UnhandledFailure implements CauseRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.failing-handler",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Failing handler",
              "A handler that throws leaves its entries unacknowledged; the trace shows where.",
              "Mend the first own frame of the trace, then let claimed entries be handled again.")
          .costing(Effort.HOURS_4_8, Impact.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public int specificity() {
    return 0;
  }

  @Override
  public void check(Cluster c, Consumer<Draft> out) {
    if (!c.stream()) {
      return;
    }
    List<Finding> causes =
        c.category("BUG", "CRASH", "MEMORY_LEAK").stream().filter(c::tied).toList();
    List<Finding> symptoms =
        c.category("STUCK_MESSAGE", "MISSING_ACK", "CONSUMER_LAG", "DEAD_CONSUMER");
    if (!causes.isEmpty() && !symptoms.isEmpty()) {
      out.accept(
          Cause.of(
              INFO,
              c,
              causes,
              symptoms,
              "The handler of stream " + c.entity() + " fails, and its entries wait"));
    }
  }
}
