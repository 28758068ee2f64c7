package io.streamsmonitor.agents.logs.follow;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells a new file from the copy of one that was read: nothing is to be read twice. */
final class Copies {
  /** A file that grows no more for so long is not being copied any more. */
  private static final Duration COPIED = Duration.ofMillis(500);

  private static final int CUTS = 8;

  /** What had been read of files that were truncated: a copy of them may still be coming. */
  private final Deque<Reach> cut = new ArrayDeque<>();

  private final Map<Object, Waiting> waiting = new HashMap<>();

  private record Waiting(long size, Instant since) {}

  /** A file was truncated behind this. */
  void cut(Reach before) {
    cut.addFirst(before);
    if (cut.size() > CUTS) {
      cut.removeLast();
    }
  }

  /** Whether the file may be a copy that is still being made: it is waited for until it rests. */
  boolean unclear(
      TailedFile file, Object key, boolean renewed, Collection<TailedFile> open, Instant now)
      throws IOException {
    byte[] head = file.head();
    List<Reach> others = reaches(file, open);
    boolean little = head.length < Reach.TELLING && !renewed && !others.isEmpty();
    if (!little && others.stream().noneMatch(r -> r.alike(head))) {
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
  long start(TailedFile file, @Nullable Reach before, Collection<TailedFile> open)
      throws IOException {
    byte[] head = file.head();
    if (before != null && before.alike(head) && same(file, before)) {
      return before.position();
    }
    for (Reach reach : reaches(file, open)) {
      if (reach.alike(head) && same(file, reach)) {
        return Math.min(file.size(), reach.position());
      }
    }
    return head.length > 0 && partOfAnother(file, head, open) ? file.size() : 0;
  }

  /** Whether an open file has the same bytes up to this one's end, far before its own. */
  private static boolean partOfAnother(TailedFile file, byte[] head, Collection<TailedFile> open)
      throws IOException {
    long size = file.size();
    byte[] last = file.before(size, 512);
    for (TailedFile other : open) {
      boolean longer = other != file && other.reach().position() >= size;
      if (longer && other.reach().alike(head) && Arrays.equals(other.before(size, 512), last)) {
        return true;
      }
    }
    return false;
  }

  private List<Reach> reaches(TailedFile file, Collection<TailedFile> open) {
    List<Reach> all = new ArrayList<>(cut);
    open.stream().filter(f -> f != file).forEach(f -> all.add(f.reach()));
    return all;
  }

  /** Whether the file has the bytes that were read last, as far as it goes. */
  private static boolean same(TailedFile file, Reach reach) throws IOException {
    long place = Math.min(file.size(), reach.position());
    int known = reach.known(place, 512);
    return known > 0 && reach.stands(place, file.before(place, known));
  }
}
