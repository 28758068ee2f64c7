package io.streamsmonitor.agents.logs.window;

import io.streamsmonitor.agents.logs.follow.LogGap;
import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.problem.Problem;
import io.streamsmonitor.agents.logs.trace.LogEntry;
import io.streamsmonitor.core.model.ServiceExit;
import io.streamsmonitor.core.rule.Thresholds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything the lines of a session have shown, bounded: the view of every log rule. */
public final class LogWindow {
  private static final int SIGHTINGS = 10_000;
  private static final int GAPS = 1_000;

  private final Thresholds thresholds;
  private final boolean live;
  private Instant opened;
  private boolean dated;
  private final Map<String, ServiceLog> services = new LinkedHashMap<>();
  private final Set<Sighting> touched = new LinkedHashSet<>();
  private final Map<String, Sighting> sightings = bounded();

  /** Apart from the others: ids are many, and must not make a fault forgotten. */
  private final Map<String, Sighting> entries = bounded();

  private final List<LogGap> gaps = new ArrayList<>();
  private final List<Sighting> noted = new ArrayList<>();
  private Instant now;
  private long lines;

  /**
   * An empty window.
   *
   * @param names services whose silence matters even before their first line
   * @param live whether lines arrive as they are written; else only their own times count
   */
  public LogWindow(Thresholds thresholds, Collection<String> names, boolean live, Instant opened) {
    this.thresholds = thresholds;
    this.live = live;
    this.opened = opened;
    this.now = opened;
    names.forEach(this::service);
  }

  /**
   * Lets time pass; it never goes back. Where lines are not written now, the first time they name
   * is when the session they are of began.
   */
  public void advance(Instant to) {
    if (!live && !dated) {
      opened = to;
      dated = true;
    }
    now = to.isAfter(now) ? to : now;
  }

  /** Counts a line. */
  public void line(LogEvent line) {
    lines++;
    service(line.service()).line(line);
  }

  /** Counts lines that a scan of their bytes found nothing in. */
  public void calm(long number) {
    lines += number;
  }

  /**
   * Counts lines of a service that need no reading.
   *
   * @param last the time of the last of them
   * @param textLine reads the first plain one, should an example be needed
   * @param lastLine reads the last one, should the next be older
   */
  public void calm(
      String service,
      LineCounts counts,
      Instant last,
      Supplier<LogEvent> textLine,
      Supplier<LogEvent> lastLine) {
    lines += counts.lines();
    advance(last);
    service(service).calm(counts, last, textLine, lastLine);
  }

  /** How many lines of the service there are so far. */
  public LineCounts counts(String service) {
    return service(service).counts();
  }

  /** How often the service has said that it starts. */
  public long starts(String service) {
    return service(service).starts().seen();
  }

  /** The time of the last line of the service, or null. */
  public @Nullable Instant lastTime(String service) {
    return service(service).order().last();
  }

  /** Takes a line that stands alone. */
  public void entry(LogEvent line) {
    service(line.service()).entry(line);
  }

  /** Something may not have been seen. */
  public void gap(LogGap gap) {
    if (gaps.size() < GAPS) {
      gaps.add(gap);
    }
  }

  /** What may not have been seen, in order. */
  public List<LogGap> gaps() {
    return List.copyOf(gaps);
  }

  public void exit(ServiceExit exit) {
    service(exit.service()).exit(exit);
  }

  /** Notes that something was seen, for the first time or again. */
  public Sighting sight(
      SightingKind kind, String key, LogEntry entry, @Nullable Problem problem, Instant at) {
    String id = id(kind, entry.first().service(), key);
    Sighting sighting =
        of(kind)
            .computeIfAbsent(
                id,
                k ->
                    new Sighting(
                        kind,
                        key,
                        entry,
                        problem,
                        new Occurrences(thresholds.repeatWindow(), opened)));
    sighting.occurrences().add(at);
    touched.add(sighting);
    noted.add(sighting);
    return sighting;
  }

  /** The same was seen once more. */
  public void again(Sighting sighting, Instant at) {
    sighting.occurrences().add(at);
    touched.add(sighting);
  }

  /** Whether the sighting has not been forgotten meanwhile. */
  public boolean knows(Sighting sighting) {
    return of(sighting.kind()).get(id(sighting.kind(), sighting.service(), sighting.key()))
        == sighting;
  }

  private static String id(SightingKind kind, String service, String key) {
    return kind + "\u0001" + service + "\u0001" + key;
  }

  /** Sightings made since this was asked last. */
  public List<Sighting> noted() {
    List<Sighting> made = List.copyOf(noted);
    noted.clear();
    return made;
  }

  private Map<String, Sighting> of(SightingKind kind) {
    return kind == SightingKind.ENTRY ? entries : sightings;
  }

  private static Map<String, Sighting> bounded() {
    return new LinkedHashMap<>(64, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Sighting> eldest) {
        return size() > SIGHTINGS;
      }
    };
  }

  /** Whether a sighting was made of this key before. */
  public boolean knows(SightingKind kind, String service, String key) {
    return of(kind).containsKey(id(kind, service, key));
  }

  /** Forgets what was touched: every rule has seen it. */
  public void checked() {
    noted.clear();
    touched.clear();
  }

  /** Sightings of the kind since the last check. */
  public List<Sighting> touched(SightingKind kind) {
    return touched.stream().filter(s -> s.kind() == kind).toList();
  }

  /** Sightings since the last check. */
  public int touchedCount() {
    return touched.size();
  }

  public Collection<ServiceLog> services() {
    return Collections.unmodifiableCollection(services.values());
  }

  private ServiceLog service(String name) {
    return services.computeIfAbsent(name, ServiceLog::new);
  }

  public Thresholds thresholds() {
    return thresholds;
  }

  public boolean live() {
    return live;
  }

  public Instant opened() {
    return opened;
  }

  public Instant now() {
    return now;
  }

  public long lines() {
    return lines;
  }
}
