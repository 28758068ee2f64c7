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

/** A connection that blocks for reading while others write on it. */
@AutoService(CauseRule.class)
public final class SharedConnection extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.shared-connection",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Blocking read on a shared connection",
              "Every other command waits behind the blocked read: time-outs and delays without load.",
              "Give the reader a connection of its own.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  public SharedConnection() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 3;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.rule("code.shared-blocking-connection");
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.category("TIMEOUT", "CONSUMER_LAG").stream()
        .filter(f -> !Words.DEPENDENCY.in(f))
        .toList();
  }

  @Override
  String sentence(String stream) {
    return "Commands of the reader of stream " + stream + " wait behind its own blocking read";
  }
}
