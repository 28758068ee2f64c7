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

/** Commands that Redis refuses to a service, and the work that waits for it. */
@AutoService(CauseRule.class)
public final class RedisRefusal extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.redis-refusal",
              "CROSS_AGENT_SYNTHESIS",
              Severity.CRITICAL,
              "Redis refuses the service",
              "A wrong password, a missing permission or a read-only replica fails every command, and no retry mends it.",
              "Give the service's user the credentials and commands it needs, and point it at the primary.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  public RedisRefusal() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 3;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.rule("log.").stream().filter(Words.REFUSED::in).toList();
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.category(
        "CONSUMER_LAG", "DEAD_CONSUMER", "STUCK_MESSAGE", "ORPHANED_STREAM", "NO_CONSUMER_GROUP");
  }

  @Override
  String sentence(String stream) {
    return "Redis refuses the commands of a service on stream " + stream;
  }

  @Override
  boolean about(Cluster c) {
    return super.about(c) || !(c.stream() || c.redis());
  }

  /** A service that is refused at once has no stream yet that could show it. */
  @Override
  List<Finding> alone(Cluster c) {
    return c.stream() ? List.of() : causes(c);
  }

  @Override
  String sentence(Cluster c, List<Finding> alone) {
    return "Redis refuses the commands of service " + c.entity();
  }
}
