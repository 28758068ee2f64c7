package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.problem.FaultKind;
import io.streamsmonitor.agents.logs.window.Sighting;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;

/** A failure stated at INFO. */
@AutoService(LogRule.class)
public final class UnderstatedFailure extends SightingRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.understated",
          "ANOMALY",
          Severity.LOW,
          "A failure is logged at INFO",
          "Alerts and people filter by level: a failure at INFO is seen by nobody.",
          "Log what failed at ERROR, or at WARN where it is retried.");

  public UnderstatedFailure() {
    super(INFO, SightingKind.PROBLEM);
  }

  @Override
  boolean about(Sighting sighting) {
    return Faults.kind(sighting) == FaultKind.UNDERSTATED;
  }

  @Override
  Draft describe(Sighting sighting, Draft draft) {
    return draft
        .title(sighting.service() + " logs a failure at " + sighting.event().level())
        .hypothesis("The failure is handled by a statement that was written for the normal case.");
  }
}
