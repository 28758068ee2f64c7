package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.model.ConsumerSnapshot;
import io.streamsmonitor.core.model.EntrySample;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.PendingEntry;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamMark;
import io.streamsmonitor.core.model.StreamSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream as a test wants one look to see it: entries {@code first..last} with ids n-0. */
public final class StreamSketch {
  private final String name;
  private long first = 1;
  private long last;
  private long added = -1;
  private StreamId maxDeleted = StreamId.ZERO;
  private List<List<String>> shapes = List.of(List.of("payload"));
  private final List<GroupSnapshot> groups = new ArrayList<>();

  private StreamSketch(String name) {
    this.name = name;
  }

  public static StreamSketch stream(String name) {
    return new StreamSketch(name);
  }

  public StreamSketch entries(long from, long to) {
    first = from;
    last = to;
    return this;
  }

  public StreamSketch entries(long count) {
    return entries(1, count);
  }

  public StreamSketch added(long ever) {
    added = ever;
    return this;
  }

  public StreamSketch maxDeleted(long id) {
    maxDeleted = new StreamId(id, 0);
    return this;
  }

  public StreamSketch shapes(List<List<String>> seen) {
    shapes = seen;
    return this;
  }

  /** A group that read up to {@code read}, its lag exact, with these consumers and entries. */
  public StreamSketch group(
      String group, long read, List<ConsumerSnapshot> consumers, PendingEntry... entries) {
    return group(group, read, null, entries.length, consumers, entries);
  }

  /** The same with the server's own lag and more pending than there are entries seen. */
  public StreamSketch group(
      String group,
      long read,
      @Nullable Long serverLag,
      long pending,
      List<ConsumerSnapshot> consumers,
      PendingEntry... entries) {
    long next = Math.max(read, first - 1) + 1;
    long lag = Math.max(0, last - next + 1);
    groups.add(
        new GroupSnapshot(
            Name.of(group),
            consumers.size(),
            pending,
            new StreamId(read, 0),
            null,
            serverLag,
            new Lag(lag, true, "counted", serverLag, lag == 0 ? null : new StreamId(next, 0)),
            consumers,
            List.of(entries),
            true));
    return this;
  }

  public static List<ConsumerSnapshot> nobody() {
    return List.of();
  }

  public static ConsumerSnapshot consumer(String name, long idleMs) {
    return new ConsumerSnapshot(Name.of(name), 0, idleMs, null);
  }

  public static PendingEntry pending(long id, String consumer, long idleMs, long deliveries) {
    return new PendingEntry(new StreamId(id, 0), Name.of(consumer), idleMs, deliveries);
  }

  public StreamSnapshot snapshot() {
    long length = last < first ? 0 : last - first + 1;
    return new StreamSnapshot(
        Name.of(name),
        new StreamMark(
            length,
            added < 0 ? last : added,
            length == 0 ? null : new StreamId(first, 0),
            length == 0 ? null : new StreamId(last, 0),
            new StreamId(last, 0),
            maxDeleted),
        length == 0 ? EntrySample.NONE : new EntrySample(shapes.get(0), shapes, List.of()),
        groups);
  }
}
