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

/** Redis that does not answer, and every service that says so. */
@AutoService(CauseRule.class)
public final class RedisOutage implements CauseRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.redis-outage",
              "CROSS_AGENT_SYNTHESIS",
              Severity.CRITICAL,
              "Redis outage",
              "Connection errors of many services at once are one fault, and it is in none of them.",
              "Look at the Redis server and at the network to it; let clients reconnect with backoff.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

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
    if (!c.redis()) {
      return;
    }
    List<Finding> causes = c.rule("session.redis-lost", "stream.redis-lost");
    List<Finding> symptoms = c.rule("log.");
    if (!causes.isEmpty() && !symptoms.isEmpty()) {
      out.accept(
          Cause.everywhere(
              INFO,
              c,
              causes,
              symptoms,
              "Redis did not answer: the services' connection errors follow from it"));
    }
  }
}
