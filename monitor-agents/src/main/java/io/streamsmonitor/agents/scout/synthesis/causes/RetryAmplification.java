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

/** A retry storm in the log of a service whose stream falls behind. */
@AutoService(CauseRule.class)
public final class RetryAmplification implements CauseRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.retry-amplification",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Retries amplify a failure",
              "Retrying at once and for ever turns one failure into load that delays everything behind it.",
              "Retry with backoff and jitter, a few times, then dead-letter.")
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
    List<Finding> causes = c.category("RETRY_STORM");
    List<Finding> symptoms = c.category("CONSUMER_LAG", "DELIVERY_FAILURE", "MISSING_ACK");
    if (!causes.isEmpty() && !symptoms.isEmpty()) {
      out.accept(
          Cause.of(
              INFO, c, causes, symptoms, "Retries without pause hold up stream " + c.entity()));
    }
  }
}
