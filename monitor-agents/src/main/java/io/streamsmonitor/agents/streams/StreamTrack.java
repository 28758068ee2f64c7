package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamMark;
import io.streamsmonitor.core.model.StreamSnapshot;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One stream over the looks so far. */
public final class StreamTrack {
  /** Columns of {@link #samples}. */
  public static final int LENGTH = 0;

  /** Intervals with additions since the first look. */
  public static final int ADDITIONS = 1;

  /** Entries added since the first look; before 7.0 what the length and its falls tell. */
  public static final int ADDED = 2;

  private static final int SHAPES = 16;

  private final Samples samples = new Samples(3);
  private final Map<Name, GroupTrack> groups = new HashMap<>(4);
  private Set<List<String>> shapes = Set.of();
  private Set<String> origins = Set.of();
  private final Instant firstSeen;
  private final StreamMark first;
  private StreamMark last;
  private Instant lastWritten;
  private Instant lastRead;
  private long additions;
  private @Nullable StreamSnapshot newest;
  private long seenAt;
  private int unchanged;

  StreamTrack(StreamSnapshot stream, Instant now) {
    firstSeen = now;
    lastWritten = now;
    lastRead = now;
    first = stream.mark();
    last = first;
  }

  /** A probe that hears the same again hands over the same object; comparing all would be dear. */
  @SuppressWarnings("ReferenceEquality")
  private boolean same(StreamSnapshot stream) {
    return stream == newest;
  }

  /** Whether the snapshot can be a later look at this very stream. */
  boolean follows(StreamSnapshot stream) {
    if (same(stream)) {
      return true;
    }
    StreamMark now = stream.mark();
    Long added = now.added();
    Long before = last.added();
    return !now.precedes(last) && (added == null || before == null || added >= before);
  }

  /**
   * Takes a look.
   *
   * @param number of the look
   */
  void look(StreamSnapshot stream, Instant now, boolean again, long number) {
    seenAt = number;
    boolean same = same(stream);
    newest = stream;
    boolean changed = !same && changed(stream, now, again);
    long[] sample = {stream.length(), additions, added(last)};
    if (again) {
      samples.replace(now.toEpochMilli(), sample);
    } else {
      samples.add(now.toEpochMilli(), sample);
    }
    for (GroupSnapshot group : stream.groups()) {
      GroupTrack track = groups.computeIfAbsent(group.name(), n -> new GroupTrack(now));
      if (same) {
        track.still(group, now, again);
        continue;
      }
      changed |= track.look(stream, group, now, again);
      lastRead = track.lastProgress().isAfter(lastRead) ? track.lastProgress() : lastRead;
    }
    unchanged = changed ? 0 : unchanged + 1;
  }

  private boolean changed(StreamSnapshot stream, Instant now, boolean again) {
    StreamMark mark = stream.mark();
    boolean changed = !mark.equals(last) || stream.groups().size() != groups.size();
    boolean written = !mark.generated().equals(last.generated());
    lastWritten = written ? now : lastWritten;
    additions += written && !again ? 1 : 0;
    last = mark;
    shapes(stream);
    if (!groups.isEmpty()) {
      groups.keySet().retainAll(stream.groups().stream().map(GroupSnapshot::name).toList());
    }
    return changed;
  }

  /** The look that saw it last. */
  long seenAt() {
    return seenAt;
  }

  /**
   * Looks in a row, up to the newest, in which nothing but time passed: nothing was added, removed,
   * delivered or acknowledged.
   */
  public int unchanged() {
    return unchanged;
  }

  private long added(StreamMark mark) {
    Long added = mark.added();
    Long before = first.added();
    return added == null || before == null ? mark.length() - first.length() : added - before;
  }

  private void shapes(StreamSnapshot stream) {
    if (!origins.containsAll(stream.origins()) && origins.size() < SHAPES) {
      Set<String> all = new TreeSet<>(origins);
      all.addAll(stream.origins());
      origins = Collections.unmodifiableSet(all);
    }
    stream.shapes().forEach(this::shape);
    if (!stream.fields().isEmpty()) {
      shape(stream.fields());
    }
  }

  private void shape(List<String> shape) {
    if (shapes.isEmpty()) {
      shapes = Set.of(shape);
    } else if (shapes.size() < SHAPES && !shapes.contains(shape)) {
      Set<List<String>> all = new LinkedHashSet<>(shapes);
      all.add(shape);
      shapes = Collections.unmodifiableSet(all);
    }
  }

  public Samples samples() {
    return samples;
  }

  public Cap cap() {
    return CapDetector.detect(first, last, (int) additions);
  }

  /** Entries added a minute, over the samples there are; 0 where there is one only. */
  public double perMinute() {
    int n = samples.size();
    long span = n < 2 ? 0 : samples.at(0) - samples.at(n - 1);
    return span <= 0 ? 0 : Math.max(0, samples.rise(ADDED, n - 1)) * 60_000.0 / span;
  }

  /** Every different list of field names seen so far. */
  public Set<List<String>> shapes() {
    return shapes;
  }

  /** Services that envelopes named as their origin so far. */
  public Set<String> origins() {
    return origins;
  }

  public Instant firstSeen() {
    return firstSeen;
  }

  /** When an entry was last added; the first look where none was since. */
  public Instant lastWritten() {
    return lastWritten;
  }

  /** When any group last read or acknowledged; the first look where none did since. */
  public Instant lastRead() {
    return lastRead;
  }

  GroupTrack group(GroupSnapshot group) {
    GroupTrack track = groups.get(group.name());
    if (track == null) {
      throw new IllegalStateException("group " + group.name() + " was not looked at");
    }
    return track;
  }
}
