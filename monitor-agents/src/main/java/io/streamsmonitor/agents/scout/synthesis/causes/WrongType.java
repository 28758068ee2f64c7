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

/** A service works on a key as on a stream, and the key holds something else. */
@AutoService(CauseRule.class)
public final class WrongType extends EntityCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.wrong-type",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "A key that is no stream",
              "Where a list, a string or a set has the name of the stream, every stream command fails until one of the two is renamed.",
              "Look at the key (TYPE), find who writes it, and give the stream or the other value a name of its own; then remove the key.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  public WrongType() {
    super(INFO);
  }

  /** The stream where its name is said, else the service that says it. */
  @Override
  boolean about(Cluster c) {
    return c.whole() && !c.redis();
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.rule("log.").stream()
        .filter(Words.WRONG_TYPE::in)
        .filter(f -> !c.stream() || c.speaks(f))
        .toList();
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.stream()
        ? c.category("CONSUMER_LAG", "DEAD_CONSUMER", "STUCK_MESSAGE")
        : ServiceCause.waiting(c).toList();
  }

  @Override
  String sentence(Cluster c, List<Finding> alone) {
    return c.stream()
        ? "The key of stream " + c.entity() + " holds another type: every stream command fails"
        : sentence(c.entity());
  }

  @Override
  List<Finding> alone(Cluster c) {
    return causes(c);
  }

  @Override
  String sentence(String service) {
    return "Service " + service + " uses a key as a stream that holds another type (WRONGTYPE)";
  }
}
