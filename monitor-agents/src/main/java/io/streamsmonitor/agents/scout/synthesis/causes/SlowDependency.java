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

/** A handler that waits for something it calls, and the work that waits for the handler. */
@AutoService(CauseRule.class)
public final class SlowDependency extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.slow-dependency",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Slow dependency",
              "The consumer is not too slow, what it calls is: more consumers only call it more often.",
              "Bound the call with a time-out and a circuit breaker, and mend or scale what is called; let entries wait in the stream meanwhile.")
          .costing(Effort.HOURS_4_8, Impact.HIGH);

  public SlowDependency() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 3;
  }

  /** Where nothing timed out and somebody tries again without a pause, it is the trying. */
  @Override
  public int specificity(Cluster c) {
    boolean insists =
        c.category("TIMEOUT").isEmpty()
            && c.category("RETRY_STORM").stream().anyMatch(Words.TRIES_AGAIN::in);
    return insists ? 1 : specificity();
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.category("TIMEOUT", "ANOMALY").stream()
        .filter(f -> f.ruleId().startsWith("log.") && Words.DEPENDENCY.in(f) && Words.LATE.in(f))
        .toList();
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.category("CONSUMER_LAG", "STUCK_MESSAGE", "MISSING_ACK");
  }

  @Override
  String sentence(String stream) {
    return "What the consumer of stream "
        + stream
        + " calls does not answer in time: its entries wait for that";
  }
}
