package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.problem.FaultKind;
import io.streamsmonitor.agents.logs.window.Sighting;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;

/** A failure stated at ERROR or FATAL without a stack trace. */
@AutoService(LogRule.class)
public final class RuntimeErrorLogged extends SightingRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.runtime-error",
          "BUG",
          Severity.HIGH,
          "A service logs an error",
          "Level, words of failure and their negations decide together: a list of words alone has precision 0.56 and recall 0.16 on eight real systems.",
          "Find the statement that logs this and handle what failed there; log the exception with it so that the next one shows its cause.");

  public RuntimeErrorLogged() {
    super(INFO, SightingKind.PROBLEM);
  }

  @Override
  boolean about(Sighting sighting) {
    return Faults.kind(sighting) == FaultKind.ERROR && sighting.stack() == null;
  }

  @Override
  Draft describe(Sighting sighting, Draft draft) {
    return draft
        .title(sighting.service() + ": " + LogDraft.title(sighting))
        .hypothesis(
            "An operation failed " + LogDraft.place(sighting) + "; the line names no cause.")
        .recommendation(
            "Find the statement "
                + LogDraft.place(sighting)
                + " that logs this, handle the failure and log the exception with its stack.");
  }
}
