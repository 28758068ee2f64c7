package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.window.Sighting;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;

/** An entry that fails again and again. */
@AutoService(LogRule.class)
public final class EntryInErrors extends SightingRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.entry-in-errors",
          "ANOMALY",
          Severity.MEDIUM,
          "The same stream entry is named in several errors",
          "An entry that fails three times will fail the fourth time: it blocks its group until it is parked.",
          "Look the entry up (XRANGE stream id id), park it in a dead-letter stream after three deliveries, and acknowledge it.");

  public EntryInErrors() {
    super(INFO, SightingKind.ENTRY);
  }

  @Override
  boolean about(Sighting sighting) {
    return sighting.occurrences().count() >= 3;
  }

  @Override
  Draft describe(Sighting sighting, Draft draft) {
    return draft
        .title(
            sighting.service()
                + ": entry "
                + sighting.key()
                + " is named in errors again and again")
        .detail("streamId", sighting.key())
        .hypothesis("The entry cannot be processed and is delivered again: a poison message.");
  }
}
