package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.problem.FaultKind;
import io.streamsmonitor.agents.logs.window.Sighting;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;

/** A fatal line, an uncaught exception, a panic or a signal that ends the process. */
@AutoService(LogRule.class)
public final class CrashLogged extends SightingRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.crash",
          "CRASH",
          Severity.CRITICAL,
          "A service says that it dies",
          "What the process was doing is lost: entries it had read stay pending until somebody claims them.",
          "Fix the cause, and let consumers claim (XAUTOCLAIM) what a dead one left pending.");

  public CrashLogged() {
    super(INFO, SightingKind.PROBLEM);
  }

  @Override
  boolean about(Sighting sighting) {
    return Faults.kind(sighting) == FaultKind.CRASH;
  }

  @Override
  Draft describe(Sighting sighting, Draft draft) {
    return draft
        .title(sighting.service() + ": " + LogDraft.title(sighting))
        .hypothesis(Faults.cause(sighting));
  }
}
