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
import java.util.stream.Stream;

/** A group whose entries nobody takes, for a reason that nobody names. */
@AutoService(CauseRule.class)
public final class DeadGroup extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.dead-group",
              "CROSS_AGENT_SYNTHESIS",
              Severity.CRITICAL,
              "A group that nobody reads any more",
              "Lag, growth and old entries of one group are one fault: nobody takes its entries. Neither logs nor code say why.",
              "Look at the service that reads with this group: whether it runs, hangs (thread dump), or reads with another group name.")
          .costing(Effort.HOURS_4_8, Impact.HIGH);

  public DeadGroup() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 0;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return List.of();
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return List.of();
  }

  @Override
  List<Finding> alone(Cluster c) {
    List<Finding> still =
        c.category("DEAD_CONSUMER", "CONSUMER_LAG").stream()
            .filter(f -> dead(f) || Words.STOPPED.in(f) || Words.HANGS.in(f))
            .toList();
    return still.isEmpty()
        ? still
        : Stream.concat(
                still.stream(),
                c.category("CONSUMER_LAG", "STUCK_MESSAGE", "STREAM_GROWING").stream()
                    .filter(f -> !still.contains(f)))
            .toList();
  }

  private static boolean dead(Finding f) {
    return f.category().equals("DEAD_CONSUMER");
  }

  @Override
  String sentence(String stream) {
    return "Nobody reads stream " + stream;
  }

  @Override
  String sentence(Cluster c, List<Finding> alone) {
    String group = "group " + group(alone);
    if (alone.stream().anyMatch(Words.STOPPED::in) && alone.stream().noneMatch(Words.NOBODY::in)) {
      return "The consumers of " + group + " have stopped reading stream " + c.entity();
    }
    return alone.stream().anyMatch(DeadGroup::dead)
        ? sentence(c.entity()) + " with " + group
        : "The consumers of " + group + " hang on stream " + c.entity() + ": nothing new is read";
  }
}
