package io.streamsmonitor.report;

import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.report.flow.FlowRecord;
import io.streamsmonitor.report.flow.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A finished session with everything decided: renderers and the gate only read it. The same folder
 * always gives the same result.
 *
 * @param open findings, worst first
 * @param streams worst first, then by name
 * @param unacked messages at shutdown, or null where no final state was taken
 * @param causes syntheses with what they explain, worst first
 * @param drifts open findings of the auditor
 * @param roadmap open findings of the scout, P0 first
 * @param checks section 7, A to F, service by service
 * @param gaps what the session could not see
 */
public record SessionResult(
    SessionRecord session,
    Verdict verdict,
    Score score,
    FindingCounts counts,
    List<Finding> open,
    List<StreamRow> streams,
    @Nullable Long unacked,
    List<RootCause> causes,
    List<Finding> drifts,
    List<Finding> roadmap,
    FlowRecord flows,
    Topology topology,
    PollSeries polls,
    List<ServiceCheck> checks,
    List<Gap> gaps,
    List<Improvement> improvements) {
  public SessionResult {
    open = List.copyOf(open);
    streams = List.copyOf(streams);
    causes = List.copyOf(causes);
    drifts = List.copyOf(drifts);
    roadmap = List.copyOf(roadmap);
    checks = List.copyOf(checks);
    gaps = List.copyOf(gaps);
    improvements = List.copyOf(improvements);
  }

  /**
   * Computes the result of the record and of the logs and polls in its folder.
   *
   * @throws UncheckedIOException when a file of the folder cannot be read
   */
  public static SessionResult of(SessionRecord session) {
    try {
      Observations seen = Observations.of(session);
      List<Finding> open = session.findings().stream().filter(Finding::open).toList();
      List<StreamRow> rows = StreamRows.of(session);
      List<Gap> gaps = Gaps.of(session, seen.logs(), seen.polls());
      List<ServiceCheck> checks = ServiceChecks.of(session, seen.logs(), seen.topology());
      return new SessionResult(
          session,
          Verdict.ofSession(open),
          Score.of(open),
          FindingCounts.of(session.findings()),
          open,
          rows,
          unacked(session, seen.polls(), rows),
          RootCause.of(open, seen.topology()),
          of(open, AgentId.CONFIG_AUDITOR),
          of(open, AgentId.ENHANCEMENT_SCOUT),
          seen.flows(),
          seen.topology(),
          seen.polls(),
          checks,
          gaps,
          Improvement.of(checks, gaps));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the session in " + session.workspace().root(), e);
    }
  }

  private static @Nullable Long unacked(
      SessionRecord session, PollSeries polls, List<StreamRow> rows) {
    return known(session, polls)
        ? Long.valueOf(rows.stream().filter(StreamRow::seen).mapToLong(StreamRow::pending).sum())
        : null;
  }

  private static List<Finding> of(List<Finding> open, AgentId agent) {
    return open.stream()
        .filter(f -> f.agentId().equals(agent.name()) && !f.category().equals(Gaps.CATEGORY))
        .toList();
  }

  public String id() {
    return session.id();
  }

  /** Open findings of that severity, oldest first. */
  public List<Finding> open(Severity severity) {
    return open.stream().filter(f -> f.severity() == severity).toList();
  }

  /** Streams whose readers are behind at the end, furthest first. */
  public List<StreamRow> lagging() {
    return streams.stream()
        .filter(StreamRow::lagging)
        .sorted((a, b) -> Long.compare(lag(b), lag(a)))
        .toList();
  }

  /** Open CRITICAL and HIGH findings that no synthesis explains. */
  public List<Finding> unexplained() {
    Set<String> explained = RootCause.explained(causes);
    return open.stream()
        .filter(f -> f.severity().atLeast(Severity.HIGH) && !explained.contains(f.findingId()))
        .filter(f -> !f.category().equals(RootCause.CATEGORY))
        .toList();
  }

  /** Findings that say that a whole agent, a whole service or Redis went unseen. */
  public List<Finding> blind() {
    return open.stream().filter(Gaps::whole).toList();
  }

  /** Whether the state of the streams at the end is known; none may be there, and that is known. */
  public boolean streamsKnown() {
    return known(session, polls);
  }

  private static boolean known(SessionRecord session, PollSeries polls) {
    boolean none = session.baseline().isEmpty() && polls.count() > 0 && polls.points().isEmpty();
    return !session.finalState().isEmpty() || (none && polls.gaps().isEmpty());
  }

  /** What stands downstream of a finding: services, and streams as {@code stream:name}. */
  public List<String> blastRadius(Finding finding) {
    return BlastRadius.of(finding, topology);
  }

  /** How long the session watched, or null where that was not recorded. */
  public @Nullable Duration watched() {
    Instant start = session.time("START");
    Instant end = session.time("COMPLETED");
    Instant deadline = session.time("DEADLINE");
    if (end == null || (deadline != null && deadline.isBefore(end))) {
      end = deadline;
    }
    return start == null || end == null ? null : Duration.between(start, end);
  }

  private static long lag(StreamRow row) {
    Long lag = row.lag();
    return lag == null ? 0 : lag;
  }
}
