package io.streamsmonitor.report.trace;

import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.session.SessionRecord;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a session's logs say about one correlation id or message id, across services, in order.
 *
 * @param id the whole id, where a beginning was asked for
 * @param start of the session, or null where it is not known
 * @param events empty where no line names the id
 * @param flaws where its flow is broken
 * @param more events beyond {@link #LIMIT}
 */
public record Trace(
    String id, @Nullable Instant start, List<TraceEvent> events, List<Flaw> flaws, long more) {
  /** Events kept of one id. */
  public static final int LIMIT = 10_000;

  private static final Comparator<TraceEvent> IN_TIME =
      Comparator.comparing(Trace::time)
          .thenComparing(Trace::kind)
          .thenComparing(TraceEvent::file)
          .thenComparing(TraceEvent::offset);

  public Trace {
    events = List.copyOf(events);
    flaws = List.copyOf(flaws);
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
    for (LogFile log : LogFile.in(session.workspace(), session.services())) {
      reading.read(log);
    }
    String meant = match.meant();
    List<TraceEvent> events = new ArrayList<>(byId.getOrDefault(meant, List.of()));
    events.sort(IN_TIME);
    List<Flaw> flaws = flaws(session, events, reading.end());
    return new Trace(meant, session.time("START"), events, flaws, reading.more());
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
