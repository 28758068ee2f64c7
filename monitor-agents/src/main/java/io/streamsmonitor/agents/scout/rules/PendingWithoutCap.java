package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** Pending entries are read again and again, and nothing counts how often. */
@AutoService(CodeRule.class)
public final class PendingWithoutCap implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.pending-without-delivery-cap",
              "RESILIENCE",
              Severity.HIGH,
              "Pending entries are retried without a limit of deliveries",
              "An entry that cannot be processed stays at the head of the pending list: every turn reads it first, and the consumer gets no further.",
              "Count deliveries (XPENDING) and set an entry aside after a few.")
          .costing(Effort.HOURS_4_8, Impact.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.GROUP_READ)
        .filter(c -> Offsets.alwaysReadsPending(view, c) && Repetition.of(view, c))
        .filter(c -> !view.reach().says(c, NoDeadLetter.CARE))
        .forEach(
            c ->
                CodeFinding.of(c, INFO)
                    .hypothesis("One poison entry stops the consumer for ever.")
                    .recommendation(
                        "Give up an entry of " + StreamNames.of(c) + " after a few deliveries.")
                    .after(Fixes.deadLetter(c))
                    .to(out));
  }
}
