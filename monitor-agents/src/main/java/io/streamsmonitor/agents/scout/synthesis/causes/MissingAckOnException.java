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

/** Entries that stay pending, and code that never acknowledges them on every path. */
@AutoService(CauseRule.class)
public final class MissingAckOnException implements CauseRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.missing-ack",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Missing acknowledgement",
              "What is read but not acknowledged stays pending for ever and is delivered again to whoever claims it.",
              "Acknowledge after the handler succeeded, on every path; let failures go to retry and then to a dead letter.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

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
        c.rule("code.group-read-without-ack", "code.ack-before", "code.ack-without-processing");
    List<Finding> symptoms = c.category("MISSING_ACK", "STUCK_MESSAGE");
    if (!causes.isEmpty() && !symptoms.isEmpty()) {
      out.accept(
          Cause.of(
              INFO,
              c,
              causes,
              symptoms,
              "Entries of stream "
                  + c.entity()
                  + " stay pending because the code that reads them does not acknowledge on every path"));
    }
  }
}
