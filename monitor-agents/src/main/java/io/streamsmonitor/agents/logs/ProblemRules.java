package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.parse.LogLevel;
import io.streamsmonitor.agents.logs.problem.Problem;
import io.streamsmonitor.agents.logs.rules.LogRule;
import io.streamsmonitor.agents.logs.trace.LogEntry;
import io.streamsmonitor.agents.logs.trace.StackTrace;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.rule.Rules;
import io.streamsmonitor.core.rule.Thresholds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says which rule a single problem falls to, by asking the rules. */
final class ProblemRules {
  private record Case(Problem problem, @Nullable LogLevel level, boolean traced) {}

  private record Verdict(Severity severity, RuleInfo rule) {}

  private final Rules<LogWindow> rules = Rules.load(LogRule.class);
  private final Map<Case, Verdict> known = new HashMap<>();

  /** The line of the problem. */
  ProblemLine line(LogEntry entry, Problem problem, @Nullable StackTrace stack) {
    LogEvent first = entry.first();
    Verdict verdict =
        known.computeIfAbsent(
            new Case(problem, first.level(), stack != null), k -> ask(entry, problem));
    return ProblemLine.of(first.raw(), verdict.severity(), verdict.rule());
  }

  private Verdict ask(LogEntry entry, Problem problem) {
    LogWindow alone = new LogWindow(Thresholds.DEFAULT, List.of(), false, Instant.EPOCH);
    alone.sight(SightingKind.PROBLEM, "alone", entry, problem, entry.first().raw().arrived());
    List<Draft> said = new ArrayList<>();
    rules.check(alone, said::add);
    if (said.isEmpty()) {
      throw new IllegalStateException("no rule is about " + problem);
    }
    return new Verdict(said.get(0).severity(), said.get(0).rule());
  }
}
