package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.parse.LogParser;
import io.streamsmonitor.agents.logs.scan.CalmRun;
import io.streamsmonitor.agents.logs.trace.LogEntry;
import io.streamsmonitor.agents.logs.trace.TraceJoiner;
import io.streamsmonitor.agents.logs.window.LineCounts;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.agents.logs.window.Sighting;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.model.RawLine;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way of a line: read, searched for secrets, joined to its trace, judged, sighted. */
final class LogAnalysis {
  private final LogWindow window;
  private final Sightings sightings;
  private final SecretWatch secrets;
  private final Map<LogSource, TraceJoiner> joiners = new LinkedHashMap<>();
  private final Consumer<LogEvent> lines;

  /**
   * An analysis that has seen nothing.
   *
   * @param lines also sees every line, in order
   */
  LogAnalysis(LogWindow window, SecretWatch secrets, Consumer<LogEvent> lines) {
    this.window = window;
    this.secrets = secrets;
    this.sightings = new Sightings(window, secrets);
    this.lines = lines;
  }

  /** Takes a line as it was written. */
  LogEvent line(RawLine raw) {
    LogEvent event = LogParser.parse(raw);
    window.advance(at(event));
    if (secrets.insideKey(event)) {
      window.calm(1);
      return event;
    }
    window.line(event);
    lines.accept(event);
    secrets.look(event, window, at(event));
    joiners.computeIfAbsent(LogSource.of(raw), k -> new TraceJoiner(this::entry)).accept(event);
    return event;
  }

  /** Takes lines that need no reading: each begins a record, and none says anything. */
  void calm(CalmLines calm) {
    String service = calm.service();
    end(service);
    secrets.passed(service);
    Instant before = window.lastTime(service);
    long back = before == null ? 0 : before.toEpochMilli() - calm.run().firstMillis();
    if (back >= CalmRun.BACKWARDS_MS) {
      line(calm.first().get());
      calm = calm.afterFirst();
      end(service);
    }
    if (calm.total() > 0) {
      window.calm(
          service,
          calm.counts(),
          Instant.ofEpochMilli(calm.run().lastMillis()),
          calm.textRead(),
          calm.lastRead());
    }
  }

  /**
   * Takes a record by what one like it came to.
   *
   * @return false where it must be read after all
   */
  boolean again(Repeat like, Instant at, @Nullable String id, List<RawLine> lines) {
    RawLine first = lines.get(0);
    String service = first.service();
    end(service);
    secrets.passed(service);
    Instant before = window.lastTime(service);
    boolean back =
        before != null && before.toEpochMilli() - at.toEpochMilli() >= CalmRun.BACKWARDS_MS;
    if (back || !like.seen().stream().allMatch(window::knows)) {
      return false;
    }
    Supplier<LogEvent> read = () -> LogParser.parse(first);
    window.calm(service, like.counts(), at, read, read);
    like.seen().forEach(sighting -> window.again(sighting, at));
    if (like.entry() && id != null) {
      sightings.mention(id, lines, at);
    }
    return true;
  }

  /** Reads a record; says what all records like it come to, or null if they differ. */
  @Nullable Repeat record(List<RawLine> lines, Predicate<List<LogEvent>> typical) {
    String service = lines.get(0).service();
    end(service);
    window.noted();
    long starts = window.starts(service);
    LineCounts before = window.counts(service);
    List<LogEvent> events = lines.stream().map(this::line).toList();
    end(service);
    List<Sighting> seen = window.noted();
    long entries = seen.stream().filter(s -> s.kind() == SightingKind.ENTRY).count();
    List<Sighting> kinds = seen.stream().filter(s -> s.kind() != SightingKind.ENTRY).toList();
    boolean steady =
        kinds.stream().allMatch(s -> s.kind() == SightingKind.PROBLEM)
            && entries <= 1
            && window.starts(service) == starts
            && typical.test(events);
    return steady ? new Repeat(window.counts(service).since(before), kinds, entries == 1) : null;
  }

  private void end(String service) {
    TraceJoiner joiner = joiners.get(LogSource.only(service));
    if (joiner != null) {
      joiner.end();
    }
  }

  /** Whether something was seen that was never seen before: worth a check at once. */
  boolean news() {
    boolean sighted = sightings.takeNews();
    boolean leaked = secrets.takeNews();
    return sighted || leaked;
  }

  /** Whether there are entries whose lines have stopped. */
  boolean waits(Instant now) {
    return joiners.values().stream().anyMatch(joiner -> joiner.waits(now));
  }

  /** Lets entries end whose lines have stopped. */
  void pause(Instant now) {
    joiners.values().forEach(joiner -> joiner.pause(now));
  }

  /** Ends every entry. */
  void end() {
    joiners.values().forEach(TraceJoiner::end);
  }

  private void entry(LogEntry entry) {
    if (!entry.hasTrace()) {
      window.entry(entry.first());
    }
    sightings.entry(entry, at(entry.first()));
  }

  /** When it happened: on arrival where lines arrive, else at the time in the line. */
  private Instant at(LogEvent event) {
    return window.live() || event.time() == null ? event.raw().arrived() : event.time().at();
  }
}
