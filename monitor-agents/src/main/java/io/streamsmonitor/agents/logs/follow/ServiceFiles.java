package io.streamsmonitor.agents.logs.follow;

import io.streamsmonitor.core.fleet.LineTap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of one service, by identity and not by name: a renamed file is read to its end, a new
 * one of the same name from its first byte, and nothing twice, be it renamed, copied or linked.
 */
final class ServiceFiles {
  /** How long a file is held that no place names any more: its writer may still have it open. */
  private static final Duration HELD = Duration.ofSeconds(15);

  /** A file that grows no more for so long is not being copied any more. */
  private static final Duration COPIED = Duration.ofMillis(500);

  /** So much of a renamed file is read before the next one is opened: opening must not wait. */
  private static final int ROUNDS = 4;

  private static final int REMEMBERED = 256;
  private static final String PACKED = "(?i).*\\.(?:gz|zip|bz2|xz|zst|lz4)";

  private final String service;
  private final List<LogPlace> places;
  private final Path session;
  private final LineTap tap;
  private final Consumer<LogGap> gaps;
  private final byte[] buffer;
  private final Map<Object, TailedFile> open = new LinkedHashMap<>();
  private final Map<Path, Object> named = new HashMap<>();
  private final Map<Object, Reach> closed = new HashMap<>();
  private final Deque<Reach> cut = new ArrayDeque<>();
  private final Map<Object, Waiting> waiting = new HashMap<>();
  private final Set<Object> strangers = new HashSet<>();
  private final Set<Path> refused = new HashSet<>();

  private record Waiting(long size, Instant since) {}

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
      siblings(path).forEach(sibling -> strangers.add(key(sibling)));
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
    cut.addFirst(before);
    if (cut.size() > 8) {
      cut.removeLast();
    }
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
      Object key = key(path);
      if (key == null) {
        continue;
      }
      seen.add(key);
      TailedFile known = open.get(key);
      if (known != null) {
        known.moved(path);
        compare(known, now);
        named.put(path, key);
      } else if (!path.toString().matches(PACKED)) {
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
    siblings(path).stream()
        .filter(sibling -> unknown(key(sibling)))
        .sorted(Comparator.comparing(ServiceFiles::written))
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
    Object key = key(path);
    if (key == null || open.containsKey(key)) {
      return;
    }
    TailedFile file = open(path, now);
    if (file == null || open.get(key) != file) {
      return;
    }
    try {
      if (unclear(file, key, renewed, now)) {
        open.remove(key);
        file.close();
        return;
      }
      file.skipTo(start(file, closed.remove(key)));
    } catch (IOException e) {
      refuse(path, e, now);
    }
  }

  /** Whether the file may be a copy that is still being made: it is waited for until it rests. */
  private boolean unclear(TailedFile file, Object key, boolean renewed, Instant now)
      throws IOException {
    byte[] head = file.head();
    List<Reach> others = reaches(file);
    boolean little = head.length < Reach.TELLING && !renewed && !others.isEmpty();
    if (closed.containsKey(key) || (!little && others.stream().noneMatch(r -> r.alike(head)))) {
      return false;
    }
    Waiting before = waiting.get(key);
    if (before == null || before.size() != file.size()) {
      waiting.put(key, new Waiting(file.size(), now));
      return true;
    }
    boolean rests = Duration.between(before.since(), now).compareTo(COPIED) >= 0;
    if (rests) {
      waiting.remove(key);
    }
    return !rests;
  }

  /** Where to begin: behind what was read of the file before, or of the file it is a copy of. */
  private long start(TailedFile file, @Nullable Reach before) throws IOException {
    byte[] head = file.head();
    if (before != null && before.alike(head) && same(file, before)) {
      return before.position();
    }
    for (Reach reach : reaches(file)) {
      if (reach.alike(head) && same(file, reach)) {
        return Math.min(file.size(), reach.position());
      }
    }
    return head.length > 0 && partOfAnother(file, head) ? file.size() : 0;
  }

  /** Whether an open file has the same bytes up to this one's end, far before its own. */
  private boolean partOfAnother(TailedFile file, byte[] head) throws IOException {
    long size = file.size();
    byte[] last = file.before(size, 512);
    for (TailedFile other : open.values()) {
      boolean longer = other != file && other.reach().position() >= size;
      if (longer && other.reach().alike(head) && Arrays.equals(other.before(size, 512), last)) {
        return true;
      }
    }
    return false;
  }

  private List<Reach> reaches(TailedFile file) {
    List<Reach> all = new ArrayList<>(cut);
    open.values().stream().filter(f -> f != file).forEach(f -> all.add(f.reach()));
    return all;
  }

  /** Whether the file has the bytes that were read last, as far as it goes. */
  private static boolean same(TailedFile file, Reach reach) throws IOException {
    long place = Math.min(file.size(), reach.position());
    int known = reach.known(place, 512);
    return known > 0 && reach.stands(place, file.before(place, known));
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
    Object key = key(path);
    if (key == null || path.toString().matches(PACKED)) {
      return null;
    }
    TailedFile there = open.get(key);
    if (there != null) {
      return there;
    }
    try {
      TailedFile file = TailedFile.open(service, path, tap, now);
      if (!key.equals(key(path))) {
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

  /** Files beside it whose names begin with its name. */
  private static List<Path> siblings(Path path) {
    Path folder = path.getParent();
    if (folder == null) {
      return List.of();
    }
    String name = path.getFileName().toString();
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(
              p ->
                  p.getFileName().toString().startsWith(name)
                      && !p.equals(path)
                      && Files.isRegularFile(p))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static FileTime written(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  /** What stays the same when the name changes; null where there is no such file. */
  private static @Nullable Object key(Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      Object key = attributes.fileKey();
      return key == null ? path.toRealPath() + "@" + attributes.creationTime() : key;
    } catch (IOException e) {
      return null;
    }
  }

  void close(Instant now) {
    open.values().forEach(file -> close(file, now));
    open.clear();
  }
}
