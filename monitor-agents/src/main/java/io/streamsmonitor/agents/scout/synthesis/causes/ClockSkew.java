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

/** A delay in time that is no lag: clocks of two hosts differ. */
@AutoService(CauseRule.class)
public final class ClockSkew extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.clock-skew",
              "CROSS_AGENT_SYNTHESIS",
              Severity.MEDIUM,
              "Clock skew that looks like lag",
              "Publish and consume are dated by different clocks; their difference is counted as delay, though no entry waits.",
              "Synchronise the clocks (NTP), and measure delay by the entry's id, which Redis dates.")
          .costing(Effort.HOURS_2_4, Impact.MEDIUM);

  public ClockSkew() {
    super(INFO);
  }

  @Override
  boolean wide() {
    return true;
  }

  @Override
  public int specificity() {
    return 3;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.rule("stream.consumer-lag").isEmpty()
        ? c.rule("log.clock-drift", "log.out-of-order")
        : List.of();
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.rule("stream.slow-delivery");
  }

  @Override
  String sentence(String stream) {
    return "The delay on stream " + stream + " is the difference of two clocks, no entry waits";
  }
}
