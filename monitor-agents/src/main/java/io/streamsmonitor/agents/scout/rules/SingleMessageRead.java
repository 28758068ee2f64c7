package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.streams.Option;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** Entries are read one at a time. */
@AutoService(CodeRule.class)
public final class SingleMessageRead implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.single-message-read",
              "PERFORMANCE",
              Severity.LOW,
              "Processing COUNT 1 (not batching)",
              "One round trip per entry limits a consumer to the network's latency; a batch "
                  + "of 100 costs the same round trip.",
              "Read with COUNT 10 to 100 and acknowledge in one call.")
          .costing(Effort.HOURS_2_4, Impact.MEDIUM);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.READ, Op.GROUP_READ)
        .forEach(
            c ->
                c.options()
                    .find("count")
                    .filter(o -> isOne(view, o))
                    .ifPresent(o -> say(c, o, out)));
  }

  private static boolean isOne(CodeView view, Option count) {
    return count.must()
        && !count.args().isEmpty()
        && view.names()
            .resolve(count.args().get(0), count.scope())
            .equals(new NameValue.Const("1"));
  }

  private static void say(StreamCall c, Option count, Consumer<Draft> out) {
    CodeFinding finding = CodeFinding.in(count.scope().home().file(), INFO).at(count.pos());
    c.streamName().ifPresent(finding::stream);
    finding
        .related(c.at())
        .hypothesis("Throughput is bound by one round trip per entry.")
        .recommendation("Read " + StreamNames.of(c) + " with COUNT 100.")
        .after(Fixes.group(c))
        .to(out);
  }
}
