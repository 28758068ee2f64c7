package io.streamsmonitor.report.trace;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.report.flow.CausalOrder;
import io.streamsmonitor.report.flow.EventFlow;
import io.streamsmonitor.report.flow.Flaw;
import io.streamsmonitor.report.flow.FlowAssembler;
import io.streamsmonitor.report.flow.FlowRecord;
import io.streamsmonitor.report.flow.StreamReaders;
import io.streamsmonitor.report.log.Lifecycle;
import io.streamsmonitor.report.log.LifecycleEvent;
import io.streamsmonitor.report.log.LogFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a session's logs say about one correlation id or message id, across services, in order.
 *
 * @param id the whole id, where a beginning was asked for
 * @param start of the session, or null where it is not known
 * @param events empty where no line names the id
 * @param flaws where its flow is broken
 * @param entries of it that Redis still had pending at the end
 * @param findings that name it
 * @param near ids that look like it, where nothing names it
 * @param more events beyond {@link #LIMIT}
 */
public record Trace(
    String id,
    @Nullable Instant start,
    List<TraceEvent> events,
    List<Flaw> flaws,
    List<Whereabouts> entries,
    List<Finding> findings,
    List<String> near,
    long more) {
  /** Events kept of one id. */
  public static final int LIMIT = 10_000;

  private static final Pattern ENDS =
      Pattern.compile("(?:first-entry|last-[a-z]+-id|last-entry) \\d+-\\d+");

  private static final Comparator<TraceEvent> IN_TIME =
      Comparator.comparing(Trace::time)
          .thenComparing(Trace::kind)
          .thenComparing(TraceEvent::file)
          .thenComparing(TraceEvent::offset);

  public Trace {
    events = List.copyOf(events);
    flaws = List.copyOf(flaws);
    entries = List.copyOf(entries);
    findings = List.copyOf(findings);
    near = List.copyOf(near);
  }

  /** Whether neither a log nor Redis knows of it. */
  public boolean empty() {
    return events.isEmpty() && entries.isEmpty();
  }

  /**
   * Every event of the id, from the session folder alone.
   *
   * @throws AmbiguousId when {@code id} begins several ids and is none of them
   * @throws IOException when the folder holds no session or a log cannot be read
   */
  public static List<TraceEvent> find(Path session, String id) throws IOException {
    return of(session, id, Redactor.NONE).events();
  }

  /** The same with the flow's flaws; messages go through the redactor. */
  public static Trace of(Path folder, String id, Redactor redactor) throws IOException {
    if (id.isBlank()) {
      throw new IllegalArgumentException("an id to trace must be given");
    }
    SessionRecord session = SessionRecord.read(folder);
    IdMatch match = new IdMatch(id);
    Map<String, List<TraceEvent>> byId = new TreeMap<>();
    Reading reading = new Reading(match, redactor, byId);
    List<LogFile> logs = LogFile.in(session.workspace(), session.services());
    for (LogFile log : logs) {
      reading.read(log);
    }
    String meant = match.meant();
    List<TraceEvent> found = new ArrayList<>(byId.getOrDefault(meant, List.of()));
    found.addAll(ofEntries(EntryMatch.of(meant, found), redactor, logs, found));
    found.sort(IN_TIME);
    List<TraceEvent> events = CausalOrder.of(found, TraceEvent::lifecycle);
    Set<String> names = new LinkedHashSet<>(Set.of(meant));
    names.addAll(EntryMatch.ids(events));
    List<Whereabouts> entries = Whereabouts.of(names, session.finalState());
    boolean unknown = events.isEmpty() && entries.isEmpty();
    return new Trace(
        meant,
        session.time("START"),
        events,
        flaws(session, events, reading.end()),
        entries,
        session.findings().stream().filter(f -> about(f, names)).toList(),
        unknown ? NearIds.of(meant, logs) : List.of(),
        reading.more());
  }

  /** Lines that name the entries of what was found, and were not found by the id itself. */
  private static List<TraceEvent> ofEntries(
      @Nullable EntryMatch match, Redactor redactor, List<LogFile> logs, List<TraceEvent> known)
      throws IOException {
    if (match == null) {
      return List.of();
    }
    Set<String> places = new HashSet<>();
    known.forEach(e -> places.add(e.file() + ":" + e.offset()));
    Map<String, List<TraceEvent>> found = new TreeMap<>();
    Reading reading = new Reading(match, redactor, found);
    for (LogFile log : logs) {
      reading.read(log);
    }
    return found.values().stream()
        .flatMap(List::stream)
        .filter(e -> !places.contains(e.file() + ":" + e.offset()))
        .toList();
  }

  /** Whether the finding names one of them; an end of a stream is only where the stream ends. */
  private static boolean about(Finding f, Set<String> names) {
    String correlationId = f.subject().correlationId();
    String said = ENDS.matcher(f.title() + "\n" + f.evidence()).replaceAll("");
    return f.open()
        && (names.contains(String.valueOf(correlationId))
            || names.stream().anyMatch(said::contains));
  }

  private static List<Flaw> flaws(
      SessionRecord session, List<TraceEvent> events, @Nullable Instant end) {
    StreamReaders readers =
        new StreamReaders(
            session.finalState().isEmpty() ? session.baseline() : session.finalState());
    FlowAssembler flows = new FlowAssembler(readers, session.time("DEADLINE"));
    for (TraceEvent e : events) {
      if (e.lifecycle() != null) {
        flows.accept(e.lifecycle());
      }
    }
    flows.heardUntil(end);
    FlowRecord record = flows.finish(List.of());
    return record.brokenSamples().stream().map(EventFlow::flaws).flatMap(List::stream).toList();
  }

  private static Instant time(TraceEvent e) {
    Instant at = e.at();
    return at == null ? Instant.EPOCH : at;
  }

  /** A publication before what it causes; plain lines last. */
  private static Lifecycle kind(TraceEvent e) {
    LifecycleEvent lifecycle = e.lifecycle();
    return lifecycle == null ? Lifecycle.SHUTDOWN : lifecycle.kind();
  }
}
