package io.streamsmonitor.agents.streams.jedis;

import static io.streamsmonitor.agents.streams.jedis.Ask.ascii;

import io.streamsmonitor.core.model.EntrySample;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamMark;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What XINFO STREAM says, without the payload values in it.
 *
 * @param entryBytes of the larger of the first and the last entry
 * @param bytes of both together
 */
record StreamReply(StreamMark mark, EntrySample entries, long entryBytes, long bytes) {
  private static final byte[] ORIGIN = ascii("originService");
  private static final int ORIGIN_BYTES = 64;

  private static final byte[] LENGTH = ascii("length");
  private static final byte[] GENERATED = ascii("last-generated-id");
  private static final byte[] DELETED = ascii("max-deleted-entry-id");
  private static final byte[] ADDED = ascii("entries-added");
  private static final byte[] FIRST = ascii("first-entry");
  private static final byte[] LAST = ascii("last-entry");
  private static final int SHAPES = 16;

  static StreamReply of(Object reply, Names names) {
    List<?> fields = Reply.list(reply);
    List<?> first = Reply.list(Reply.field(fields, FIRST));
    List<?> last = Reply.list(Reply.field(fields, LAST));
    StreamMark mark =
        new StreamMark(
            Reply.number(Reply.field(fields, LENGTH)),
            Reply.maybe(Reply.field(fields, ADDED)),
            first.isEmpty() ? null : Reply.maybeId(first.get(0)),
            last.isEmpty() ? null : Reply.maybeId(last.get(0)),
            Reply.id(Reply.field(fields, GENERATED)),
            Reply.maybeId(Reply.field(fields, DELETED)));
    List<String> newest = last.isEmpty() ? List.of() : names.shape(names(last));
    List<String> oldest = first.isEmpty() ? newest : names.shape(names(first));
    long head = bytes(first);
    long tail = bytes(last);
    List<List<String>> shapes =
        last.isEmpty()
            ? List.of()
            : newest.equals(oldest) ? List.of(newest) : List.of(newest, oldest);
    EntrySample entries = new EntrySample(newest, shapes, origins(List.of(first, last)));
    return new StreamReply(mark, entries, Math.max(head, tail), head + tail);
  }

  /** The same with the shapes and origins of further entries. */
  StreamReply with(List<List<String>> more, List<String> others) {
    if (entries.shapes().containsAll(more) && entries.origins().containsAll(others)) {
      return this;
    }
    Set<List<String>> shapes = new LinkedHashSet<>(entries.shapes());
    shapes.addAll(more);
    Set<String> services = new TreeSet<>(entries.origins());
    services.addAll(others);
    EntrySample all =
        new EntrySample(
            entries.fields(),
            shapes.stream().limit(SHAPES).toList(),
            services.stream().limit(SHAPES).toList());
    return new StreamReply(mark, all, entryBytes, bytes);
  }

  /** The services that the entries name as their origin; the one field whose value is read. */
  static List<String> origins(List<?> entries) {
    Set<String> services = new TreeSet<>();
    for (Object entry : entries) {
      List<?> parts = Reply.list(entry);
      Object origin = parts.size() < 2 ? null : Reply.field(Reply.list(parts.get(1)), ORIGIN);
      if (origin instanceof byte[] name && name.length > 0 && name.length <= ORIGIN_BYTES) {
        services.add(Name.of(name).display());
      }
    }
    return List.copyOf(services);
  }

  /** Names of an entry's fields, in order. */
  static List<String> names(Object entry) {
    List<?> parts = Reply.list(entry);
    List<?> pairs = parts.size() < 2 ? List.of() : Reply.list(parts.get(1));
    List<String> names = new ArrayList<>(pairs.size() / 2);
    for (int i = 0; i < pairs.size(); i += 2) {
      names.add(Reply.text(pairs.get(i)));
    }
    return names;
  }

  private static long bytes(List<?> entry) {
    long sum = 32;
    for (Object part : entry.size() < 2 ? List.of() : Reply.list(entry.get(1))) {
      sum += 8 + Reply.bytes(part).length;
    }
    return sum;
  }
}
