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

/** Reads that give up before Redis answers them. */
@AutoService(CauseRule.class)
public final class BlockBeyondTimeout extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.block-beyond-timeout",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "BLOCK outlasts the client's time-out",
              "On a quiet stream each read ends in a time-out of the client; it is no sign of load.",
              "Block for less than the client's socket time-out.")
          .costing(Effort.HOURS_2_4, Impact.MEDIUM);

  public BlockBeyondTimeout() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 3;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.rule("code.block-beyond-timeout");
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.category("TIMEOUT", "RETRY_STORM").stream()
        .filter(f -> !Words.DEPENDENCY.in(f))
        .toList();
  }

  @Override
  String sentence(String stream) {
    return "Reads of stream " + stream + " block for longer than their client waits";
  }
}
