package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.problem.FaultKind;
import io.streamsmonitor.agents.logs.window.Sighting;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;

/** A failure stated at WARN. */
@AutoService(LogRule.class)
public final class FailureWarned extends SightingRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.warning",
          "ANOMALY",
          Severity.MEDIUM,
          "A service warns of a failure",
          "A warning with a word of failure is an operation that did not succeed, even if somebody retries it.",
          "Decide whether the failure is expected: if so, say at INFO what is done about it; if not, fix its cause.");

  public FailureWarned() {
    super(INFO, SightingKind.PROBLEM);
  }

  @Override
  boolean about(Sighting sighting) {
    return Faults.kind(sighting) == FaultKind.WARNING && sighting.stack() == null;
  }

  @Override
  Draft describe(Sighting sighting, Draft draft) {
    return draft
        .title(sighting.service() + ": " + LogDraft.title(sighting))
        .hypothesis(
            "An operation did not succeed "
                + LogDraft.place(sighting)
                + " and the service went on.");
  }
}
