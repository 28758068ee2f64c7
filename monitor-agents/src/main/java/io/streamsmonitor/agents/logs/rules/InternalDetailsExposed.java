package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.window.Sighting;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;

/** Paths, files or frames in a message that leaves the service. */
@AutoService(LogRule.class)
public final class InternalDetailsExposed extends SightingRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.internal-details",
          "SECURITY",
          Severity.MEDIUM,
          "A message for users shows the inside of the service",
          "File paths, class names and frames tell an attacker what runs where (CWE-209).",
          "Answer users with a neutral message and an error id; keep the details in the log.");

  public InternalDetailsExposed() {
    super(INFO, SightingKind.EXPOSURE);
  }

  @Override
  boolean about(Sighting sighting) {
    return true;
  }

  @Override
  Draft describe(Sighting sighting, Draft draft) {
    return draft
        .title(sighting.service() + " shows internal paths or frames to users")
        .hypothesis("The text of an exception is passed on as the answer.");
  }
}
