package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Entries left over from before are acknowledged unprocessed. */
@AutoService(CodeRule.class)
public final class PendingAcked implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.pending-acked-unprocessed",
              "RESILIENCE",
              Severity.HIGH,
              "Pending entries are acknowledged without being processed",
              "What a consumer reads from 0 was delivered and not finished; acknowledging it unseen loses exactly the entries that were in work when the process ended.",
              "Process pending entries like new ones, then acknowledge them.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Pattern NO_WORK =
      Pattern.compile(
          "x?(ack|acknowledge|del|delete).*|(get|is|has).*|trace|debug|info|warn|error|print(ln|f)?|format"
              + "|size|stream|map|flatMap|filter|toList|collect|toArray|forEach|iterator|next|entrySet|values|keySet|of|from|xreadGroup.*|xreadgroup|read|readGroup"
              + "|count|block|noAck|xReadGroupParams|create|builder|build|singletonMap|add|name|toString|close|equals|valueOf");

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.GROUP_READ)
        .filter(c -> Offsets.alwaysReadsPending(view, c))
        .forEach(
            c ->
                view.calls(Op.ACK)
                    .filter(a -> a.method().equals(c.method()) && a.call().pos() > c.call().pos())
                    .filter(a -> idle(c.method(), end(c.call())))
                    .findFirst()
                    .ifPresent(a -> say(a, c, out)));
  }

  /** Whether nothing from there on can be the processing of an entry. */
  private static boolean idle(MethodFacts m, int from) {
    return m.references().isEmpty()
        && m.calls().stream()
            .filter(c -> c.namePos() > from)
            .allMatch(c -> NO_WORK.matcher(c.name()).matches());
  }

  /** The last place in the call, its arguments among it. */
  private static int end(Expr.Call call) {
    int last = call.namePos();
    for (Expr arg : call.args()) {
      last = Math.max(last, arg instanceof Expr.Call c ? end(c) : arg.pos());
    }
    return last;
  }

  private static void say(StreamCall ack, StreamCall read, Consumer<Draft> out) {
    CodeFinding.of(ack, INFO)
        .related(read.at())
        .hypothesis("Each restart drops the entries that were in work.")
        .recommendation(
            "Hand pending entries of " + StreamNames.of(read) + " to the handler before the XACK.")
        .after(Fixes.ack(ack))
        .to(out);
  }
}
