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

/** A consumer whose work stalls without an error in the log, and a catch that says nothing. */
@AutoService(CauseRule.class)
public final class SwallowedException extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.swallowed-exception",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Swallowed exception",
              "The failure is caught and dropped: lag and pending entries are all that can be seen of it.",
              "Log the exception with the message id in the catch, and let the entry be retried or dead-lettered.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  public SwallowedException() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 0;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.rule("code.silent-catch");
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.category("CONSUMER_LAG", "DELIVERY_FAILURE", "STUCK_MESSAGE", "MISSING_ACK");
  }

  @Override
  String sentence(String stream) {
    return "Work on stream " + stream + " fails silently: an exception is caught and dropped";
  }
}
