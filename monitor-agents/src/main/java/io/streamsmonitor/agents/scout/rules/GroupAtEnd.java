package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.streams.Client;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.Set;
import java.util.function.Consumer;

/** A consumer creates its group at the end of the stream. */
@AutoService(CodeRule.class)
public final class GroupAtEnd implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.group-starts-at-end",
              "RESILIENCE",
              Severity.MEDIUM,
              "The group starts at $, what was added before is skipped",
              "The consumer creates its group at $ when it starts: entries added before the "
                  + "first start, or after the group was lost, are never delivered.",
              "Create the group at 0.")
          .costing(Effort.HOURS_2_4, Impact.MEDIUM);
  private static final Set<String> ENDS = Set.of("LAST_ENTRY", "XGROUP_LAST_ENTRY", "NEWEST");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.CREATE_GROUP)
        .filter(c -> c.client() != Client.ENVELOPE && atEnd(view, c))
        .forEach(
            c ->
                CodeFinding.of(c, INFO)
                    .hypothesis("Whether an entry is processed depends on who starts first.")
                    .recommendation(
                        "Create the group on " + StreamNames.of(c) + " at 0 instead of $.")
                    .after(Fixes.createGroup(c))
                    .to(out));
  }

  private static boolean atEnd(CodeView view, StreamCall c) {
    Expr id = c.id();
    if (id == null) {
      return false;
    }
    boolean named = id instanceof Expr.Member m && ENDS.contains(m.name());
    boolean latest = id instanceof Expr.Call x && x.name().equals("latest");
    Expr text = id instanceof Expr.Make m && !m.args().isEmpty() ? m.args().get(0) : id;
    return named
        || latest
        || view.names().resolve(text, c.scope()).equals(new NameValue.Const("$"));
  }
}
