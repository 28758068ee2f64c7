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

/** Entries that stay pending, and code that never acknowledges them on every path. */
@AutoService(CauseRule.class)
public final class MissingAckOnException extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.missing-ack",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Missing acknowledgement",
              "What is read but not acknowledged stays pending for ever and is delivered again to whoever claims it.",
              "Acknowledge after the handler succeeded, on every path; let failures go to retry and then to a dead letter.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  private static final String NOTHING = "stream.missing-ack";

  public MissingAckOnException() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 2;
  }

  /** Redis alone tells that nothing is acknowledged, and not why: any reason found says more. */
  @Override
  public int specificity(Cluster c) {
    return inCode(c).isEmpty() ? -1 : specificity();
  }

  /** A group that reads on and acknowledges nothing is missing it, whatever the code looks like. */
  @Override
  public boolean proven(Cluster c) {
    return !c.rule(NOTHING).isEmpty();
  }

  private static List<Finding> inCode(Cluster c) {
    return c.rule("code.group-read-without-ack", "config.naming-inconsistency");
  }

  @Override
  List<Finding> causes(Cluster c) {
    return inCode(c).isEmpty() ? c.rule(NOTHING) : inCode(c);
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    List<Finding> causes = causes(c);
    return c.category("MISSING_ACK", "STUCK_MESSAGE").stream()
        .filter(f -> !causes.contains(f))
        .toList();
  }

  @Override
  String sentence(String stream) {
    return "Entries of stream "
        + stream
        + " stay pending because the code that reads them does not acknowledge on every path";
  }
}
