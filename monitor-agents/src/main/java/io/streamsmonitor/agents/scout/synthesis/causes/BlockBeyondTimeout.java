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
  public int specificity(Cluster c) {
    return inCode(c).isEmpty() ? 1 : specificity();
  }

  /** Reads time out again and again, and yet nothing waits. */
  @Override
  public boolean proven(Cluster c) {
    return inCode(c).isEmpty() && !idle(c).isEmpty();
  }

  private static List<Finding> inCode(Cluster c) {
    return c.rule("code.block-beyond-timeout");
  }

  private static List<Finding> idle(Cluster c) {
    boolean waits = !c.category("CONSUMER_LAG", "DEAD_CONSUMER", "STUCK_MESSAGE").isEmpty();
    return waits
        ? List.of()
        : c.rule("log.timeout").stream()
            .filter(f -> Words.READ_TIMED_OUT.in(f) && c.tied(f))
            .filter(f -> f.occurrences() >= Cluster.RECURRING)
            .toList();
  }

  @Override
  List<Finding> causes(Cluster c) {
    return inCode(c).isEmpty() ? idle(c) : inCode(c);
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    List<Finding> causes = causes(c);
    return c.category("TIMEOUT", "RETRY_STORM").stream()
        .filter(f -> !Words.DEPENDENCY.in(f) && !causes.contains(f))
        .toList();
  }

  @Override
  String sentence(String stream) {
    return "Reads of stream " + stream + " block for longer than their client waits";
  }
}
