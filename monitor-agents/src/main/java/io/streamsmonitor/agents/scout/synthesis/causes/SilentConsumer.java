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

/** A service that stopped writing, and a group that waits for it. */
@AutoService(CauseRule.class)
public final class SilentConsumer implements CauseRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.silent-consumer",
              "CROSS_AGENT_SYNTHESIS",
              Severity.CRITICAL,
              "Silent consumer",
              "A consumer that is stuck writes nothing; the waiting work shows that it is not merely idle.",
              "Take a thread dump of the service; bound every call it makes with a time-out.")
          .costing(Effort.DAYS_1_2, Impact.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public int specificity() {
    return 3;
  }

  @Override
  public void check(Cluster c, Consumer<Draft> out) {
    if (!c.stream()) {
      return;
    }
    List<Finding> causes = c.rule("log.silent", "log.silence", "log.no-output");
    List<Finding> symptoms = c.category("CONSUMER_LAG", "DEAD_CONSUMER", "STUCK_MESSAGE");
    if (!causes.isEmpty() && !symptoms.isEmpty()) {
      out.accept(
          Cause.of(
              INFO,
              c,
              causes,
              symptoms,
              "The service that reads stream "
                  + c.entity()
                  + " went silent while work waits for it"));
    }
  }
}
