package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.names.Scope;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Entries are claimed while their consumer may still work on them. */
@AutoService(CodeRule.class)
public final class ClaimTooEarly implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.claim-too-early",
              "RESILIENCE",
              Severity.MEDIUM,
              "XCLAIM takes entries that are still in work",
              "With a min-idle below the time a handler may take, two consumers process one entry at the same time.",
              "Claim after longer than the slowest handler may take.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final long SHORTEST = 1_000;
  private static final Pattern WAITS =
      Pattern.compile("(?i)sleep|.*time_?out(millis|seconds)?|orTimeout|await");

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.CLAIM)
        .forEach(
            c ->
                minIdle(view, c)
                    .ifPresent(
                        idle -> {
                          long needed = Math.max(SHORTEST, longestWait(view, c));
                          if (idle < needed) {
                            say(c, idle, needed, out);
                          }
                        }));
  }

  private static OptionalLong minIdle(CodeView view, StreamCall claim) {
    return claim
        .options()
        .find("minidle", "minidletime")
        .map(o -> Durations.millis(view, o.args().isEmpty() ? null : o.args().get(0), o.scope()))
        .orElse(OptionalLong.empty());
  }

  /** The longest that the code of the same type says it waits for something. */
  private static long longestWait(CodeView view, StreamCall claim) {
    long longest = 0;
    for (MethodFacts m : claim.home().type().methods()) {
      for (Expr.Call call : m.calls()) {
        if (WAITS.matcher(call.name()).matches() && !call.args().isEmpty()) {
          Scope scope = Scope.of(claim.home(), m, call.namePos());
          boolean whole = call.args().size() == 1;
          OptionalLong wait =
              whole ? Durations.millis(view, call.args().get(0), scope) : OptionalLong.empty();
          longest = Math.max(longest, wait.orElse(0));
        }
      }
    }
    return longest;
  }

  private static void say(StreamCall c, long idle, long needed, Consumer<Draft> out) {
    CodeFinding.of(c, INFO)
        .hypothesis(
            "After "
                + idle
                + " ms idle an entry is taken, and its handler may need "
                + needed
                + " ms.")
        .recommendation("Raise min-idle on " + StreamNames.of(c) + " above " + needed + " ms.")
        .to(out);
  }
}
