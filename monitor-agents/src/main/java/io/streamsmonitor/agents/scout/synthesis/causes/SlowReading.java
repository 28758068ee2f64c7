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

/** A group that falls behind without a fault: it reads entry by entry. */
@AutoService(CauseRule.class)
public final class SlowReading extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.slow-reading",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "One entry a round trip",
              "COUNT 1 or polling limits a consumer to the network's latency, however fast its handler is.",
              "Read with COUNT 10 to 100 and BLOCK, and acknowledge a batch at once.")
          .costing(Effort.HOURS_2_4, Impact.MEDIUM);

  public SlowReading() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 1;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.rule("code.single-message-read", "code.polling-read");
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.rule("stream.consumer-lag", "stream.slow-delivery");
  }

  @Override
  String sentence(String stream) {
    return "Stream " + stream + " is read entry by entry, slower than it is written";
  }
}
