package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.streams.Client;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** A stream is trimmed exactly at every add. */
@AutoService(CodeRule.class)
public final class ExactTrim implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.exact-trim",
              "PERFORMANCE",
              Severity.LOW,
              "Exact trimming where about is enough",
              "With MAXLEN = Redis cuts single entries out of a node at every XADD; with ~ it "
                  + "drops whole nodes at a fraction of the cost.",
              "Trim with ~.")
          .costing(Effort.HOURS_2_4, Impact.LOW);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.ADD)
        .filter(
            c ->
                c.client() != Client.ENVELOPE
                    && c.client() != Client.REDISSON
                    && c.options().complete())
        .filter(
            c ->
                c.options().must("maxlen", "minid")
                    && !c.options().may("approximatetrimming", "approximate"))
        .forEach(
            c ->
                CodeFinding.of(c, INFO)
                    .hypothesis("Every XADD pays for a trim to the exact entry.")
                    .recommendation("Trim " + StreamNames.of(c) + " approximately.")
                    .after(Fixes.bounded(c))
                    .to(out));
  }
}
