package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.streams.Client;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** Entries are acknowledged whether or not they were processed. */
@AutoService(CodeRule.class)
public final class AckInFinally implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.ack-in-finally",
              "RESILIENCE",
              Severity.HIGH,
              "XACK in a finally block",
              "The acknowledgement also runs when the handler threw: the entry that failed counts as done and is never delivered again.",
              "Acknowledge after the handler returned; leave a failed entry pending or move it to a dead-letter stream.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.ACK)
        .filter(c -> c.client() != Client.ENVELOPE && c.within(Block.Kind.FINALLY))
        .forEach(
            c ->
                CodeFinding.of(c, INFO)
                    .hypothesis("An entry whose handler throws is lost.")
                    .recommendation(
                        "Move the XACK on "
                            + StreamNames.of(c)
                            + " to the end of the try, after the handler.")
                    .after(Fixes.ack(c))
                    .to(out));
  }
}
