package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.problem.FaultKind;
import io.streamsmonitor.agents.logs.window.Sighting;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;

/** Something took longer than its caller waits. */
@AutoService(LogRule.class)
public final class TimeoutLogged extends SightingRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.timeout",
          "TIMEOUT",
          Severity.HIGH,
          "A service waits in vain",
          "A timed-out call has failed for its caller and may still succeed on the other side: work is lost or done twice.",
          "Look at what was called at that time; make the time-out larger than its slowest healthy answer and the retry idempotent.");

  public TimeoutLogged() {
    super(INFO, SightingKind.PROBLEM);
  }

  @Override
  boolean about(Sighting sighting) {
    return Faults.kind(sighting) == FaultKind.TIMEOUT;
  }

  @Override
  Draft describe(Sighting sighting, Draft draft) {
    return draft
        .title(sighting.service() + ": " + LogDraft.title(sighting))
        .hypothesis(
            "What is called "
                + LogDraft.place(sighting)
                + " is overloaded, blocked or unreachable; with lag on a stream at the same time, its"
                + " consumer is the likely cause.")
        .recommendation(
            "Check the called side at "
                + sighting.firstSeen()
                + " (consumer lag, pool sizes, slow queries), then the time-out and retry "
                + LogDraft.place(sighting)
                + ".");
  }
}
