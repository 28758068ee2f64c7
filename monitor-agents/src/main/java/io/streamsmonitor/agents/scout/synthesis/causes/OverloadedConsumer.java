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

/** Lag on a stream and time-outs of the service that reads it: the consumer is overloaded. */
@AutoService(CauseRule.class)
public final class OverloadedConsumer implements CauseRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.overloaded-consumer",
              "CROSS_AGENT_SYNTHESIS",
              Severity.CRITICAL,
              "Overloaded consumer",
              "Time-outs of a consumer that is behind are a symptom: it takes more than it can do. A longer time-out only hides the lag.",
              "Scale the group out (more consumers of the same group), make the handler faster, or hold the producer back; leave the time-out alone.")
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
    List<Finding> causes = c.category("CONSUMER_LAG");
    List<Finding> symptoms = c.category("TIMEOUT");
    if (!causes.isEmpty() && !symptoms.isEmpty()) {
      out.accept(
          Cause.of(
              INFO,
              c,
              causes,
              symptoms,
              "The consumer of stream "
                  + c.entity()
                  + " is overloaded: its time-outs follow from the lag, they do not cause it"));
    }
  }
}
