package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** New entries are asked for in a loop without blocking. */
@AutoService(CodeRule.class)
public final class PollingRead implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.polling-read",
              "PERFORMANCE",
              Severity.MEDIUM,
              "Polling instead of blocking reads",
              "A loop that reads without BLOCK asks Redis all the time, burns CPU on both "
                  + "sides, and still adds latency where it sleeps.",
              "Read with BLOCK of one or two seconds.")
          .costing(Effort.HOURS_2_4, Impact.MEDIUM);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.READ, Op.GROUP_READ)
        .filter(c -> c.options().complete() && !c.options().may("block", "timeout"))
        .filter(c -> !Offsets.readsPending(view, c) && Repetition.of(view, c))
        .forEach(
            c ->
                CodeFinding.of(c, INFO)
                    .hypothesis(
                        "Each turn of the loop costs a round trip, also while the stream is silent.")
                    .recommendation(
                        "Let the read of "
                            + StreamNames.of(c)
                            + " wait with BLOCK 2000 instead of asking again.")
                    .after(Fixes.group(c))
                    .to(out));
  }
}
