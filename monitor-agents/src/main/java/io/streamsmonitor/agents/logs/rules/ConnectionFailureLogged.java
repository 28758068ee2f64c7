package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.problem.FaultKind;
import io.streamsmonitor.agents.logs.window.Sighting;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;

/** A connection refused, reset or lost. */
@AutoService(LogRule.class)
public final class ConnectionFailureLogged extends SightingRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.connection-failure",
          "ANOMALY",
          Severity.HIGH,
          "A service cannot reach another",
          "Until the connection is back, everything that needs it fails; without back-off the attempts themselves become load.",
          "Check that the other side runs and its address is right; reconnect with back-off and jitter.");

  public ConnectionFailureLogged() {
    super(INFO, SightingKind.PROBLEM);
  }

  @Override
  boolean about(Sighting sighting) {
    return Faults.kind(sighting) == FaultKind.CONNECTION;
  }

  @Override
  Draft describe(Sighting sighting, Draft draft) {
    return draft
        .title(sighting.service() + ": " + LogDraft.title(sighting))
        .hypothesis(
            "The other side was down, restarting or at another address than "
                + sighting.service()
                + " is configured with.");
  }
}
