package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.window.Sighting;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;

/** A refusal of input stated as if the service had died. */
@AutoService(LogRule.class)
public final class OverstatedRefusal extends SightingRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.overstated",
          "ANOMALY",
          Severity.LOW,
          "An expected refusal is logged as FATAL",
          "FATAL means that the process cannot go on; a refused input at FATAL wakes people for nothing and hides the real one.",
          "Log refused input at WARN or INFO, with the reason as a field.");

  public OverstatedRefusal() {
    super(INFO, SightingKind.OVERSTATED);
  }

  @Override
  boolean about(Sighting sighting) {
    return true;
  }

  @Override
  Draft describe(Sighting sighting, Draft draft) {
    return draft
        .title(sighting.service() + " logs an expected refusal as FATAL")
        .hypothesis("A handler for refused input logs with the level of a crash.");
  }
}
