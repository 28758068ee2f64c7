package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.problem.FaultKind;
import io.streamsmonitor.agents.logs.window.Sighting;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;

/** An exception with its trace; one finding for each distinct chain and its first frames. */
@AutoService(LogRule.class)
public final class StackTraceLogged extends SightingRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.stack-trace",
          "BUG",
          Severity.HIGH,
          "A service logs a stack trace",
          "Traces of one chain of types and the same first frames are one fault however often they come; the root cause is the last link of the chain.",
          "Fix the root cause at the first frame of your own code.");

  public StackTraceLogged() {
    super(INFO, SightingKind.PROBLEM);
  }

  @Override
  boolean about(Sighting sighting) {
    return (Faults.kind(sighting) == FaultKind.ERROR || Faults.kind(sighting) == FaultKind.WARNING)
        && sighting.stack() != null;
  }

  @Override
  Draft describe(Sighting sighting, Draft draft) {
    return draft
        .severity(Faults.warned(sighting) ? Severity.MEDIUM : Severity.HIGH)
        .title(sighting.service() + ": " + LogDraft.title(sighting))
        .hypothesis(Faults.cause(sighting))
        .recommendation("Fix the root cause " + LogDraft.place(sighting) + ".");
  }
}
