package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.problem.FaultKind;
import io.streamsmonitor.agents.logs.window.Sighting;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;

/** Memory ran out, of the heap or of the machine. */
@AutoService(LogRule.class)
public final class OutOfMemoryLogged extends SightingRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.out-of-memory",
          "MEMORY_LEAK",
          Severity.CRITICAL,
          "A service runs out of memory",
          "After an allocation failed no state of the process can be trusted, whatever it still answers.",
          "Take a heap dump at the failure (-XX:+HeapDumpOnOutOfMemoryError, --heapsnapshot-near-heap-limit), bound what grows, and let the process end.");

  private static final String REDIS_FULL = "OOM command not allowed";

  public OutOfMemoryLogged() {
    super(INFO, SightingKind.PROBLEM);
  }

  @Override
  boolean about(Sighting sighting) {
    return Faults.kind(sighting) == FaultKind.MEMORY;
  }

  @Override
  Draft describe(Sighting sighting, Draft draft) {
    if (sighting.event().message().contains(REDIS_FULL)) {
      return draft
          .title(sighting.service() + ": " + LogDraft.title(sighting))
          .hypothesis(
              "Redis is at maxmemory and evicts nothing, so that it refuses writes; the memory of "
                  + sighting.service()
                  + " is not in question.")
          .recommendation(
              "See what fills Redis (INFO memory, MEMORY USAGE), trim it (XTRIM MAXLEN ~), then"
                  + " bound each XADD.");
    }
    return draft
        .title(sighting.service() + ": " + LogDraft.title(sighting))
        .hypothesis(
            "Something grows without bound "
                + LogDraft.place(sighting)
                + ": a cache, a queue or a batch read whole; or the limit is below the normal need.");
  }
}
