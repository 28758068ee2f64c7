package io.streamsmonitor.report.log;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one service's log offers to whoever watches it; counted while it is read. */
public final class LogSurvey {
  /** Fields that section 7B asks of every line. */
  private static final List<String> EVERY_LINE =
      List.of("level", "timestamp", "service", "message");

  private static final Map<Lifecycle, List<String>> OF_EVENT =
      Map.of(
          Lifecycle.PUBLISH, List.of("stream", "correlationId", "messageId", "publishedAt"),
          Lifecycle.CONSUME, List.of("stream", "correlationId", "messageId", "consumer", "lagMs"),
          Lifecycle.ACK, List.of("stream", "correlationId", "messageId", "processingDurationMs"),
          Lifecycle.FAILED, List.of("stream", "correlationId", "messageId", "error"),
          Lifecycle.CHANNEL_HEALTH, List.of("stream", "consumerGroup", "pendingCount"),
          Lifecycle.STARTED, List.of("subscribedStreams", "publishedStreams", "consumerGroups"),
          Lifecycle.SHUTDOWN, List.of("reason", "pendingMessages"));

  private final Map<Lifecycle, Long> events = new EnumMap<>(Lifecycle.class);
  private final Map<String, Set<String>> missing = new TreeMap<>();
  private final Set<String> subscribed = new TreeSet<>();
  private final Set<String> published = new TreeSet<>();
  private long lines;
  private long structured;
  private long json;
  private long correlated;
  private long cut;
  private @Nullable Instant first;
  private @Nullable Instant last;

  void line(LogLine line, @Nullable LogFields fields, @Nullable Instant at) {
    if (line.text().isBlank()) {
      return;
    }
    lines++;
    cut += line.cut() ? 1 : 0;
    if (at != null) {
      first = first == null ? at : first;
      last = at;
    }
    correlated += LineIds.correlation(line.text(), fields) == null ? 0 : 1;
    if (fields != null && fields.record()) {
      json++;
      structured += EVERY_LINE.stream().allMatch(fields::has) ? 1 : 0;
      EVERY_LINE.forEach(field -> expect("a line", field, fields));
      event(fields);
    }
  }

  private void event(LogFields fields) {
    Lifecycle kind = Lifecycle.named(fields.text("event"));
    if (kind == null) {
      return;
    }
    events.merge(kind, 1L, Long::sum);
    OF_EVENT.getOrDefault(kind, List.of()).forEach(f -> expect(kind.event(), f, fields));
    subscribed.addAll(fields.texts("subscribedStreams"));
    published.addAll(fields.texts("publishedStreams"));
  }

  private void expect(String where, String field, LogFields fields) {
    if (!fields.has(field)) {
      missing.computeIfAbsent(where, k -> new TreeSet<>()).add(field);
    }
  }

  /** Lines that are not blank. */
  public long lines() {
    return lines;
  }

  /** Lines with a JSON object in them. */
  public long json() {
    return json;
  }

  /** Lines with every field of section 7B. */
  public long structured() {
    return structured;
  }

  /** Lines that name a correlation id. */
  public long correlated() {
    return correlated;
  }

  /** Whether the service writes lifecycle lines: its plain lines only repeat them. */
  boolean instrumented() {
    return !events.isEmpty();
  }

  /** Lines longer than {@link LogReader#LIMIT}. */
  public long cut() {
    return cut;
  }

  public long count(Lifecycle kind) {
    return events.getOrDefault(kind, 0L);
  }

  /** Fields that at least one line or event of this kind lacked. */
  public Set<String> missing(String where) {
    return missing.getOrDefault(where, Set.of());
  }

  /** Streams that {@code service.started} says it reads. */
  public Set<String> subscribed() {
    return subscribed;
  }

  /** Streams that {@code service.started} says it writes. */
  public Set<String> published() {
    return published;
  }

  public @Nullable Instant first() {
    return first;
  }

  public @Nullable Instant last() {
    return last;
  }
}
