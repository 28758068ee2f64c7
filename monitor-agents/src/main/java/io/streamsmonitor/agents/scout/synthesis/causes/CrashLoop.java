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

/** A service that ends or restarts, and the group it leaves waiting. */
@AutoService(CauseRule.class)
public final class CrashLoop implements CauseRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.crash-loop",
              "CROSS_AGENT_SYNTHESIS",
              Severity.CRITICAL,
              "Crash loop stalls a group",
              "While the service restarts nobody reads: entries wait, and those it held stay pending.",
              "Mend the first error before the exit; claim what dead consumers hold (XAUTOCLAIM).")
          .costing(Effort.DAYS_1_2, Impact.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public int specificity() {
    return 2;
  }

  @Override
  public void check(Cluster c, Consumer<Draft> out) {
    if (!c.stream()) {
      return;
    }
    List<Finding> causes =
        c.rule("log.restart-loop", "session.service-exited", "session.service-not-ready");
    List<Finding> symptoms =
        c.category("CONSUMER_LAG", "DEAD_CONSUMER", "STUCK_MESSAGE", "MISSING_ACK");
    if (!causes.isEmpty() && !symptoms.isEmpty()) {
      out.accept(
          Cause.of(
              INFO,
              c,
              causes,
              symptoms,
              "The service that reads stream "
                  + c.entity()
                  + " keeps ending, and its group stalls"));
    }
  }
}
