package io.streamsmonitor.agents.logs.follow;

import io.streamsmonitor.core.fleet.LineTap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The files of one service, by identity and not by name: a renamed file is read to its end, a new
 * one of the same name from its first byte, and nothing twice, be it renamed, copied or linked.
 */
final class ServiceFiles {
  /** How long a file is held that no place names any more: its writer may still have it open. */
  private static final Duration HELD = Duration.ofSeconds(15);

  /** So much of a renamed file is read before the next one is opened: opening must not wait. */
  private static final int ROUNDS = 4;

  private static final int REMEMBERED = 256;

  private final String service;
  private final List<LogPlace> places;
  private final Path session;
  private final LineTap tap;
  private final Consumer<LogGap> gaps;
  private final byte[] buffer;
  private final Map<Object, TailedFile> open = new LinkedHashMap<>();
  private final Map<Path, Object> named = new HashMap<>();
  private final Map<Object, Reach> closed = new HashMap<>();
  private final Copies copies = new Copies();
  private final Set<Object> strangers = new HashSet<>();
  private final Set<Path> refused = new HashSet<>();

  ServiceFiles(
      String service,
      List<LogPlace> places,
      Path session,
      LineTap tap,
      Consumer<LogGap> gaps,
      byte[] buffer) {
    this.service = service;
    this.places = List.copyOf(places);
    this.session = session;
    this.tap = tap;
    this.gaps = gaps;
    this.buffer = buffer;
  }

  /** Finds the files that are there before the session: they are followed from their end. */
  void begin(Instant now) {
    for (Path path : found()) {
      TailedFile file = open(path, now);
      try {
        if (file != null) {
          file.skipTo(Long.MAX_VALUE);
        }
      } catch (IOException e) {
        refuse(path, e, now);
      }
    }
    for (Path path : List.copyOf(named.keySet())) {
      FileIdentity.siblings(path).forEach(sibling -> strangers.add(FileIdentity.key(sibling)));
    }
  }

  List<TailedFile> files() {
    return List.copyOf(open.values());
  }

  /** Reads what is new in the file; false where nothing is. */
  boolean read(TailedFile file, Instant now) {
    if (!file.isOpen()) {
      return false;
    }
    try {
      TailedFile.Look look = file.look(buffer, now);
      if (look == TailedFile.Look.CUT) {
        cut(file, now);
      }
      return look != TailedFile.Look.NOTHING;
    } catch (IOException e) {
      refuse(file.path(), e, now);
      return false;
    }
  }

  private void cut(TailedFile file, Instant now) {
    Reach before = file.restart();
    copies.cut(before);
    String what =
        "was truncated after byte "
            + before.position()
            + ": what was written between the last look and the truncation may be lost";
    gaps.accept(new LogGap(service, file.path().toString(), before.position(), what, now));
  }

  private void compare(TailedFile file, Instant now) {
    try {
      if (file.exchanged()) {
        cut(file, now);
      }
    } catch (IOException e) {
      refuse(file.path(), e, now);
    }
  }

  /** Looks which files there are now. */
  void rescan(Instant now) {
    Set<Object> seen = new HashSet<>();
    List<Path> fresh = new ArrayList<>();
    for (Path path : found()) {
      Object key = FileIdentity.key(path);
      if (key == null) {
        continue;
      }
      seen.add(key);
      TailedFile known = open.get(key);
      if (known != null) {
        known.moved(path);
        compare(known, now);
        named.put(path, key);
      } else if (!FileIdentity.packed(path)) {
        fresh.add(path);
      }
    }
    for (Path path : fresh) {
      if (named.containsKey(path)) {
        drain(named.get(path), now);
        between(path, now);
      }
      admit(path, named.containsKey(path), now);
    }
    letGo(seen, now);
  }

  /** Generations that came and went between two looks have another name by now. */
  private void between(Path path, Instant now) {
    FileIdentity.siblings(path).stream()
        .filter(sibling -> unknown(FileIdentity.key(sibling)))
        .sorted(Comparator.comparing(FileIdentity::written))
        .forEach(sibling -> admit(sibling, true, now));
  }

  private boolean unknown(@Nullable Object key) {
    return key != null
        && !open.containsKey(key)
        && !closed.containsKey(key)
        && !strangers.contains(key);
  }

  /**
   * Takes a file that was not there before.
   *
   * @param renewed whether it took the name of one that is followed: no copy does that
   */
  private void admit(Path path, boolean renewed, Instant now) {
    Object key = FileIdentity.key(path);
    if (key == null || open.containsKey(key)) {
      return;
    }
    TailedFile file = open(path, now);
    if (file == null || open.get(key) != file) {
      return;
    }
    try {
      if (!closed.containsKey(key) && copies.unclear(file, key, renewed, open.values(), now)) {
        open.remove(key);
        file.close();
        return;
      }
      file.skipTo(copies.start(file, closed.remove(key), open.values()));
    } catch (IOException e) {
      refuse(path, e, now);
    }
  }

  private void drain(@Nullable Object key, Instant now) {
    TailedFile file = key == null ? null : open.get(key);
    for (int i = 0; file != null && i < ROUNDS && read(file, now); i++) {
      // Its writer went on before it opened the next one.
    }
  }

  private void letGo(Set<Object> seen, Instant now) {
    List<Object> gone = new ArrayList<>();
    open.forEach(
        (key, file) -> {
          if (!seen.contains(key) && file.quiet(now).compareTo(HELD) > 0) {
            gone.add(key);
          }
        });
    for (Object key : gone) {
      TailedFile file = open.remove(key);
      if (file != null) {
        drainAndClose(file, key, now);
      }
    }
    named.values().removeIf(key -> !open.containsKey(key) && !seen.contains(key));
  }

  private void drainAndClose(TailedFile file, Object key, Instant now) {
    while (read(file, now)) {
      // The last bytes.
    }
    if (closed.size() >= REMEMBERED) {
      closed.clear();
    }
    closed.put(key, file.reach());
    close(file, now);
  }

  private void close(TailedFile file, Instant now) {
    try {
      file.close();
    } catch (IOException e) {
      refuse(file.path(), e, now);
    }
  }

  private @Nullable TailedFile open(Path path, Instant now) {
    Object key = FileIdentity.key(path);
    if (key == null || FileIdentity.packed(path)) {
      return null;
    }
    TailedFile there = open.get(key);
    if (there != null) {
      return there;
    }
    try {
      TailedFile file = TailedFile.open(service, path, tap, now);
      if (!key.equals(FileIdentity.key(path))) {
        // Renamed meanwhile: whichever of the two was opened, the next look sees both.
        file.close();
        return null;
      }
      open.put(key, file);
      named.put(path, key);
      return file;
    } catch (IOException e) {
      refuse(path, e, now);
      return null;
    }
  }

  /** Says once that a file cannot be read. */
  private void refuse(Path path, IOException e, Instant now) {
    if (Files.exists(path) && refused.add(path)) {
      gaps.accept(new LogGap(service, path.toString(), 0, "cannot be read: " + e, now));
    }
  }

  private List<Path> found() {
    return places.stream()
        .flatMap(place -> place.files().stream())
        .filter(file -> !file.startsWith(session))
        .distinct()
        .toList();
  }

  void close(Instant now) {
    open.values().forEach(file -> close(file, now));
    open.clear();
  }
}
