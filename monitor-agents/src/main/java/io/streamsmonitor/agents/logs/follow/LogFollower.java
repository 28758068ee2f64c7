package io.streamsmonitor.agents.logs.follow;

import io.streamsmonitor.core.clock.Lane;
import io.streamsmonitor.core.clock.SessionClock;
import io.streamsmonitor.core.fleet.LineTap;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log files of services on a lane of its own: what is written to them goes through the
 * tap as the output of processes does. Files that are there at the beginning are followed from
 * their end, later ones from their first byte.
 */
public final class LogFollower implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LogFollower.class);

  /** Short enough that a line becomes a finding before its reader has looked. */
  private static final Duration PAUSE = Duration.ofMillis(5);

  private static final Duration RESCAN = Duration.ofMillis(100);

  /** A look at all files costs this part of the time at most. */
  private static final int RESCAN_SHARE = 20;

  /** So many files are looked at each time; of more, those that are quiet wait their turn. */
  private static final int EACH = 64;

  private static final Duration ACTIVE = Duration.ofSeconds(10);
  private static final int BUFFER = 64 << 10;

  /** So much of one file at a time: no file keeps the others waiting. */
  private static final int ROUNDS = 16;

  private final SessionClock clock;
  private final Lane lane;
  private final List<ServiceFiles> services = new ArrayList<>();
  private Instant nextScan;
  private int turn;
  private boolean closed;

  /**
   * Follows nothing yet.
   *
   * @param tap the session's one way in for lines
   * @param session the session's own folder: what is written there is never read back
   * @param gaps hears of what may have been missed, on the follower's lane
   */
  public LogFollower(
      SessionClock clock, LineTap tap, Path session, List<LogPlace> places, Consumer<LogGap> gaps) {
    this.clock = clock;
    this.lane = clock.lane("log-follower");
    this.nextScan = clock.now();
    Path ours = session.toAbsolutePath().normalize();
    byte[] buffer = new byte[BUFFER + Reach.TAIL];
    Map<String, List<LogPlace>> byService = new LinkedHashMap<>();
    places.forEach(p -> byService.computeIfAbsent(p.service(), k -> new ArrayList<>()).add(p));
    byService.forEach(
        (name, own) -> services.add(new ServiceFiles(name, own, ours, tap, gaps, buffer)));
  }

  /**
   * Takes the ends of the files that are there, on the caller's thread, and follows from now on.
   */
  public synchronized void begin() {
    services.forEach(service -> service.begin(clock.now()));
    schedule();
  }

  private void schedule() {
    if (!services.isEmpty()) {
      lane.at(clock.now().plus(PAUSE), this::look);
    }
  }

  private synchronized void look() {
    if (closed) {
      return;
    }
    try {
      readAll();
    } catch (RuntimeException e) {
      log.error("a look at the log files failed", e);
    } finally {
      schedule();
    }
  }

  private void readAll() {
    rescan();
    Instant now = clock.now();
    int number = 0;
    for (ServiceFiles service : services) {
      for (TailedFile file : service.files()) {
        if (due(file, number++, now)) {
          read(service, file);
        }
      }
    }
    turn = number <= EACH ? 0 : (turn + EACH) % number;
  }

  /** Opens new files in time, however long their readers hold the lines back. */
  private void rescan() {
    Instant now = clock.now();
    if (!now.isBefore(nextScan)) {
      services.forEach(service -> service.rescan(now));
      Duration took = Duration.between(now, clock.now()).multipliedBy(RESCAN_SHARE);
      nextScan = clock.now().plus(longer(RESCAN, took));
    }
  }

  private boolean due(TailedFile file, int number, Instant now) {
    boolean ofTurn = number >= turn && number < turn + EACH;
    return ofTurn || file.quiet(now).compareTo(ACTIVE) < 0;
  }

  private void read(ServiceFiles service, TailedFile file) {
    for (int i = 0; i < ROUNDS && service.read(file, clock.now()); i++) {
      rescan();
    }
  }

  /** The longer of the two, a second at most: a file can be renamed often meanwhile. */
  private static Duration longer(Duration least, Duration wanted) {
    Duration most = Duration.ofSeconds(1);
    Duration longer = wanted.compareTo(least) > 0 ? wanted : least;
    return longer.compareTo(most) > 0 ? most : longer;
  }

  /** Reads what is left and lets go of every file; what comes later is not seen. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    Instant now = clock.now();
    for (ServiceFiles service : services) {
      service.files().forEach(file -> read(service, file));
      service.close(now);
    }
    lane.end();
  }
}
