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

  public MissingAckOnException() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 2;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.rule("code.group-read-without-ack");
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.category("MISSING_ACK", "STUCK_MESSAGE");
  }

  @Override
  String sentence(String stream) {
    return "Entries of stream "
        + stream
        + " stay pending because the code that reads them does not acknowledge on every path";
  }

  /** What is read and never acknowledged says so without its code. */
  @Override
  List<Finding> alone(Cluster c) {
    List<Finding> unacknowledged = c.rule("stream.missing-ack");
    return unacknowledged.isEmpty()
        ? unacknowledged
        : Stream.concat(unacknowledged.stream(), c.category("STUCK_MESSAGE").stream()).toList();
  }

  @Override
  String sentence(Cluster c, List<Finding> alone) {
    return "Group "
        + group(alone)
        + " reads stream "
        + c.entity()
        + " and does not acknowledge: its pending entries only rise";
  }
}
