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

/** A stream that nobody declared, and the code that writes it. */
@AutoService(CauseRule.class)
public final class RogueStream extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.rogue-stream",
              "CROSS_AGENT_SYNTHESIS",
              Severity.MEDIUM,
              "Rogue stream and its writer",
              "A stream outside configuration and documents is not read, not trimmed and not watched by anybody.",
              "Declare the stream and its reader, or stop writing it.")
          .costing(Effort.HOURS_2_4, Impact.MEDIUM);

  public RogueStream() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 2;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.category("ROGUE_STREAM");
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.category(
        "NO_CONSUMER_GROUP", "UNBOUNDED_STREAM", "STREAM_GROWING", "STREAM_ANTI_PATTERN");
  }

  @Override
  String sentence(String stream) {
    return "Stream " + stream + " appeared without being declared, and nobody reads it";
  }
}
