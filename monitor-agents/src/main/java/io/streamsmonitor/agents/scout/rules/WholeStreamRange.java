package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** A whole stream is read in one call. */
@AutoService(CodeRule.class)
public final class WholeStreamRange implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.whole-stream-range",
              "PERFORMANCE",
              Severity.MEDIUM,
              "XRANGE over the whole stream without COUNT",
              "The reply grows with the stream: Redis and the client hold all of it at once, "
                  + "and everybody else waits.",
              "Page with COUNT, from the last id.")
          .costing(Effort.HOURS_2_4, Impact.MEDIUM);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.RANGE)
        .filter(
            c ->
                !c.options().may("count")
                    && c.call().args().stream().anyMatch(WholeStreamRange::isOpen))
        .forEach(
            c ->
                CodeFinding.of(c, INFO)
                    .hypothesis("The call takes as long as the stream is.")
                    .recommendation("Read " + StreamNames.of(c) + " in pages of COUNT 500.")
                    .after(
                        "List<StreamEntry> page = redis.xrange("
                            + Fixes.stream(c)
                            + ", lastId, StreamEntryID.MAXIMUM_ID, 500);")
                    .to(out));
  }

  /** The lowest possible id, or a range without ends. */
  private static boolean isOpen(Expr e) {
    return (e instanceof Expr.Text t && t.value().equals("-"))
        || (e instanceof Expr.Member m && (m.name().equals("MINIMUM_ID") || m.name().equals("MIN")))
        || (e instanceof Expr.Call c && c.name().equals("unbounded"))
        || (e instanceof Expr.Literal l && l.value().equals("null"));
  }
}
