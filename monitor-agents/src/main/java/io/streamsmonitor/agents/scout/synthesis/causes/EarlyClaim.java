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

/** Entries taken over while their holder still works on them. */
@AutoService(CauseRule.class)
public final class EarlyClaim extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.early-claim",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Entries are claimed while in work",
              "A claim with too short an idle time makes two consumers handle one entry at once, and its delivery count rises without a failure.",
              "Claim after longer than the slowest handler takes, and make the handler idempotent by message id.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  public EarlyClaim() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 3;
  }

  @Override
  List<Finding> causes(Cluster c) {
    List<Finding> code = c.rule("code.claim-too-early");
    return code.isEmpty() ? takenTwice(c) : code;
  }

  /** What is delivered again and again without an error, and said to be done already. */
  private static List<Finding> takenTwice(Cluster c) {
    boolean fails = !c.category("BUG", "CRASH").isEmpty();
    return fails
        ? List.of()
        : c.rule("log.").stream().filter(f -> Words.TWICE.in(f) && c.tied(f)).toList();
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.category("DELIVERY_FAILURE", "STUCK_MESSAGE");
  }

  @Override
  String sentence(String stream) {
    return "Entries of stream " + stream + " are claimed from consumers that still work on them";
  }
}
