package io.streamsmonitor.report.compare;

import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.report.PollSeries.Point;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.StreamRow;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A number of two sessions.
 *
 * @param of {@code stream orders}, {@code group orders/payments}
 * @param metric {@code length}, {@code lag max}, {@code added/min} …
 * @param before null where the session did not see it
 * @param now likewise
 */
public record Delta(String of, String metric, @Nullable Long before, @Nullable Long now) {

  /** What moved, by what it is of. */
  static List<Delta> of(SessionResult before, SessionResult now) {
    Map<String, Map<String, Long>> old = metrics(before);
    Map<String, Map<String, Long>> current = metrics(now);
    TreeSet<String> all = new TreeSet<>(old.keySet());
    all.addAll(current.keySet());
    return all.stream()
        .flatMap(
            of -> {
              Map<String, Long> was = old.getOrDefault(of, Map.of());
              Map<String, Long> is = current.getOrDefault(of, Map.of());
              Map<String, Long> names = new LinkedHashMap<>(was);
              names.putAll(is);
              return names.keySet().stream().map(m -> new Delta(of, m, was.get(m), is.get(m)));
            })
        .filter(d -> d.before() == null || !d.before().equals(d.now()))
        .toList();
  }

  private static Map<String, Map<String, Long>> metrics(SessionResult r) {
    Map<String, Map<String, Long>> all = new TreeMap<>();
    for (StreamRow row : r.streams()) {
      Map<String, Long> stream = new LinkedHashMap<>();
      stream.put("length", row.length());
      List<Point> points = r.polls().points().getOrDefault(row.name(), List.of());
      points.stream().mapToLong(Point::lag).max().ifPresent(n -> stream.put("lag max", n));
      points.stream().mapToLong(Point::pending).max().ifPresent(n -> stream.put("pending max", n));
      Long rate = addedPerMinute(row.name(), r);
      if (rate != null) {
        stream.put("added/min", rate);
      }
      all.put("stream " + row.name(), stream);
      row.groups().forEach(g -> all.put("group " + row.name() + "/" + g.name().display(), of(g)));
    }
    return all;
  }

  private static Map<String, Long> of(GroupSnapshot group) {
    Map<String, Long> out = new LinkedHashMap<>();
    Lag lag = group.lag();
    if (lag != null) {
      out.put("lag", lag.value());
    }
    out.put("pending", group.pending());
    out.put("consumers", group.consumerCount());
    return out;
  }

  private static @Nullable Long addedPerMinute(String stream, SessionResult r) {
    Long before = added(stream, r.session().baseline());
    Long after = added(stream, r.session().finalState());
    Duration watched = r.watched();
    return after == null || watched == null || watched.isZero()
        ? null
        : Long.valueOf(
            Math.round((after - (before == null ? 0 : before)) * 60_000.0 / watched.toMillis()));
  }

  private static @Nullable Long added(String stream, List<StreamSnapshot> state) {
    for (StreamSnapshot s : state) {
      if (s.name().display().equals(stream)) {
        return s.entriesAdded();
      }
    }
    return null;
  }

  /** {@code 280 -> 14}. */
  public String change() {
    return (before == null ? "none" : before) + " -> " + (now == null ? "none" : now);
  }
}
