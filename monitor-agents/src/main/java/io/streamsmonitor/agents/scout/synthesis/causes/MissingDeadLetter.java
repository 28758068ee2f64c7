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

/** Entries that are delivered without end, and code that never sets them aside. */
@AutoService(CauseRule.class)
public final class MissingDeadLetter extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.missing-dead-letter",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "No limit to deliveries",
              "Nothing counts deliveries: an entry that cannot be handled comes back for ever.",
              "Count deliveries and move an entry to a dead-letter stream after a few, then acknowledge it.")
          .costing(Effort.HOURS_4_8, Impact.HIGH);

  public MissingDeadLetter() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 1;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.rule("code.no-dead-letter", "code.pending-without-delivery-cap");
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.category("DELIVERY_FAILURE");
  }

  @Override
  String sentence(String stream) {
    return "Entries of stream " + stream + " are delivered again without end: no code limits it";
  }
}
