package io.streamsmonitor.agents.logs.window;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.problem.Problem;
import io.streamsmonitor.agents.logs.trace.LogEntry;
import io.streamsmonitor.core.model.ServiceExit;
import io.streamsmonitor.core.rule.Thresholds;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything the lines of a session have shown, bounded: the view of every log rule. */
public final class LogWindow {
  private static final int SIGHTINGS = 10_000;

  private final Thresholds thresholds;
  private final boolean live;
  private final Instant opened;
  private final Map<String, ServiceLog> services = new LinkedHashMap<>();
  private final Set<Sighting> touched = new LinkedHashSet<>();
  private final Map<String, Sighting> sightings =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Sighting> eldest) {
          return size() > SIGHTINGS;
        }
      };
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

  /** Lets time pass; it never goes back. */
  public void advance(Instant to) {
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

  /** Takes a line that stands alone. */
  public void entry(LogEvent line) {
    service(line.service()).entry(line);
  }

  public void exit(ServiceExit exit) {
    service(exit.service()).exit(exit);
  }

  /** Notes that something was seen, for the first time or again. */
  public Sighting sight(
      SightingKind kind, String key, LogEntry entry, @Nullable Problem problem, Instant at) {
    String id = kind + "\u0001" + entry.first().service() + "\u0001" + key;
    Sighting sighting =
        sightings.computeIfAbsent(
            id,
            k ->
                new Sighting(
                    kind, key, entry, problem, new Occurrences(thresholds.repeatWindow(), opened)));
    sighting.occurrences().add(at);
    touched.add(sighting);
    return sighting;
  }

  /** Whether a sighting was made of this key before. */
  public boolean knows(SightingKind kind, String service, String key) {
    return sightings.containsKey(kind + "\u0001" + service + "\u0001" + key);
  }

  /** Forgets what was touched: every rule has seen it. */
  public void checked() {
    touched.clear();
  }

  /** Sightings of the kind since the last check. */
  public List<Sighting> touched(SightingKind kind) {
    return touched.stream().filter(s -> s.kind() == kind).toList();
  }

  public boolean hasTouched() {
    return !touched.isEmpty();
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
