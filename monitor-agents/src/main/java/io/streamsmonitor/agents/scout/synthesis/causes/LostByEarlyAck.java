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

/** Failures of a handler whose entries were acknowledged all the same. */
@AutoService(CauseRule.class)
public final class LostByEarlyAck extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.lost-by-early-ack",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Failed entries are acknowledged",
              "An entry that is acknowledged although its handler failed is never delivered again: nothing waits, and the work is lost.",
              "Acknowledge only after the handler returned; replay what the log shows as failed from the stream.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  public LostByEarlyAck() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 2;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.rule(
        "code.ack-before-processing", "code.ack-in-finally", "code.pending-acked-unprocessed");
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.category("BUG", "CRASH").stream().filter(c::tied).toList();
  }

  @Override
  String sentence(String stream) {
    return "Entries of stream " + stream + " whose handler fails are acknowledged, and so lost";
  }
}
