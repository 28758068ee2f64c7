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

/** A service that ends or restarts, and the group it leaves waiting. */
@AutoService(CauseRule.class)
public final class CrashLoop extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.crash-loop",
              "CROSS_AGENT_SYNTHESIS",
              Severity.CRITICAL,
              "Crash loop stalls a group",
              "While the service restarts nobody reads: entries wait, and those it held stay pending.",
              "Mend the first error before the exit; claim what dead consumers hold (XAUTOCLAIM).")
          .costing(Effort.DAYS_1_2, Impact.HIGH);

  public CrashLoop() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 2;
  }

  @Override
  List<Finding> causes(Cluster c) {
    boolean redis = c.rule("log.process-ended", "log.crash").stream().anyMatch(Words.NO_REDIS::in);
    return redis || deployed(c)
        ? List.of()
        : c.rule("log.restart-loop", "session.service-exited", "session.service-not-ready");
  }

  /** Started twice and never seen to fail: somebody did that. */
  private static boolean deployed(Cluster c) {
    return c.rule("session.service", "log.crash", "log.process-ended").isEmpty()
        && c.category("CRASH", "BUG", "MEMORY_LEAK").stream()
            .allMatch(f -> f.ruleId().equals("log.restart-loop"))
        && c.rule("log.restart-loop").stream().allMatch(f -> f.title().contains("started 2 times"));
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.category("CONSUMER_LAG", "DEAD_CONSUMER", "STUCK_MESSAGE", "MISSING_ACK");
  }

  @Override
  String sentence(String stream) {
    return "The service that reads stream " + stream + " keeps ending, and its group stalls";
  }
}
