package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.streams.Client;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Entries are acknowledged before they are processed, by hand or by the container. */
@AutoService(CodeRule.class)
public final class AckBeforeProcessing implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.ack-before-processing",
              "RESILIENCE",
              Severity.HIGH,
              "XACK before the entry is processed",
              "An entry that is acknowledged before its handler ran is lost when the handler "
                  + "fails or the process ends.",
              "Acknowledge after the handler returned.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);
  private static final Pattern ASIDE =
      Pattern.compile(
          "x?(ack|acknowledge|del|delete).*|trace|debug|info|warn|error|add|put|println|printf|format");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.GROUP_READ).filter(c -> c.options().must("autoack")).forEach(c -> say(c, out));
    view.calls(Op.ACK)
        .filter(c -> c.client() != Client.ENVELOPE && isEarly(c))
        .forEach(c -> say(c, out));
  }

  /** Whether the entry is handed to somebody only after its acknowledgement. */
  private static boolean isEarly(StreamCall ack) {
    List<Expr> args = ack.call().args();
    String entry = args.isEmpty() ? "" : root(args.get(args.size() - 1));
    Optional<Block> around = ack.method().around(ack.call().pos()).reduce((a, b) -> b);
    if (entry.isEmpty() || around.isEmpty()) {
      return false;
    }
    boolean after =
        ack.method()
            .callsIn(around.get())
            .anyMatch(c -> c.pos() > ack.call().namePos() && handles(c, entry));
    // What an outer block did with the entry before counts as its handling too.
    return after
        && ack.method().calls().stream()
            .noneMatch(c -> c.pos() < ack.call().pos() && handles(c, entry));
  }

  private static boolean handles(Expr.Call call, String entry) {
    return call.args().stream().anyMatch(a -> root(a).equals(entry))
        && !ASIDE.matcher(call.name()).matches();
  }

  private static String root(Expr e) {
    Expr at = e;
    while (at instanceof Expr.Call c && c.target() != null) {
      at = c.target();
    }
    return at instanceof Expr.Ref r ? r.name() : "";
  }

  private static void say(StreamCall c, Consumer<Draft> out) {
    CodeFinding.of(c, INFO)
        .hypothesis("A crash between acknowledgement and handler loses the entry without a trace.")
        .recommendation(
            "Acknowledge entries of " + StreamNames.of(c) + " after they are processed.")
        .after(Fixes.ack(c))
        .to(out);
  }
}
