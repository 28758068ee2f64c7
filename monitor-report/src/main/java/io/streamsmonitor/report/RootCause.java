package io.streamsmonitor.report;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.report.flow.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Findings of different agents that one synthesis explains.
 *
 * @param synthesis the scout's finding
 * @param members what it explains, oldest first
 * @param blastRadius services and {@code stream:name}s downstream of what it is about
 */
public record RootCause(Finding synthesis, List<Finding> members, List<String> blastRadius) {
  /** The category of a synthesis. */
  public static final String CATEGORY = "CROSS_AGENT_SYNTHESIS";

  public RootCause {
    members = List.copyOf(members);
    blastRadius = List.copyOf(blastRadius);
  }

  /** As the scout ranks them; else the worst first, then the one that explains more. */
  static List<RootCause> of(Collection<Finding> open, Topology topology) {
    Map<String, Finding> byId = new HashMap<>();
    open.forEach(f -> byId.put(f.findingId(), f));
    List<RootCause> causes = new ArrayList<>();
    for (Finding f : open) {
      if (f.category().equals(CATEGORY)) {
        List<Finding> members = members(f, byId);
        causes.add(new RootCause(f, members, BlastRadius.of(f, topology)));
      }
    }
    causes.sort(
        Comparator.comparing(RootCause::rank)
            .thenComparing(c -> c.synthesis().severity())
            .thenComparing(c -> -c.members().size())
            .thenComparing(RootCause::synthesis, SessionRecord.ORDER));
    return causes;
  }

  private int rank() {
    return synthesis.details().get("rank") instanceof Number rank
        ? rank.intValue()
        : Integer.MAX_VALUE;
  }

  /** Whether the cause explains the finding, or is it. */
  public boolean explains(Finding finding) {
    return synthesis.findingId().equals(finding.findingId())
        || members.stream().anyMatch(m -> m.findingId().equals(finding.findingId()));
  }

  /** Ids of everything that some cause explains. */
  static Set<String> explained(List<RootCause> causes) {
    Set<String> ids = new HashSet<>();
    causes.forEach(c -> c.members().forEach(m -> ids.add(m.findingId())));
    return ids;
  }

  private static List<Finding> members(Finding synthesis, Map<String, Finding> byId) {
    List<Finding> members = new ArrayList<>();
    for (String id : new LinkedHashSet<>(synthesis.texts("relatedFindings"))) {
      Finding member = byId.get(id);
      if (member != null && !member.category().equals(CATEGORY)) {
        members.add(member);
      }
    }
    members.sort(Comparator.comparing(Finding::firstSeen).thenComparing(Finding::findingId));
    return members;
  }
}
