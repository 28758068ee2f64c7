package io.streamsmonitor.report;

import io.streamsmonitor.core.model.GroupSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stream at the end of the session.
 *
 * @param seen whether the final state has it; else the numbers are of the baseline
 * @param pending entries over all groups
 * @param lag of the group that is furthest behind, or null where it is not known or nobody reads
 * @param lagExact whether {@code lag} is the true value, not a bound
 * @param oldestPendingMs idle time of the oldest pending entry seen; 0 where none is
 * @param status by its open findings
 * @param degraded what got worse since the baseline, a sentence with its numbers each
 * @param findings ids of its open findings, worst first
 * @param headline title of the worst of them, or null
 */
public record StreamRow(
    String name,
    boolean seen,
    long length,
    long pending,
    @Nullable Long lag,
    boolean lagExact,
    long oldestPendingMs,
    Verdict status,
    List<String> degraded,
    List<String> findings,
    @Nullable String headline,
    List<GroupSnapshot> groups) {
  public StreamRow {
    degraded = List.copyOf(degraded);
    findings = List.copyOf(findings);
    groups = List.copyOf(groups);
  }

  /** Whether a group is behind. */
  public boolean lagging() {
    return lag != null && lag > 0;
  }
}
