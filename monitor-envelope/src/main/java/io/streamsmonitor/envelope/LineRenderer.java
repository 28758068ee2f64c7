package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.Fields;
import io.streamsmonitor.envelope.events.Level;
import io.streamsmonitor.envelope.events.LifecycleEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Makes structured lines of what a service logs through a framework of its own choice, with the ids
 * of the MDC: for frameworks that have no encoder here.
 */
public final class LineRenderer {
  /** The event of a line whose author named none. */
  public static final String LOG = "log";

  private final String service;
  private final Redaction redaction = Redaction.usual();

  /** Of the lines of this service. */
  public LineRenderer(String service) {
    this.service = service;
  }

  /** A line as JSON without a line end, with the MDC of this thread. */
  public String json(
      Level level, Instant at, String message, @Nullable Throwable thrown, Map<String, ?> fields) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    Map<String, String> mdc = MDC.getCopyOfContextMap();
    if (mdc != null) {
      all.putAll(mdc);
    }
    all.putAll(fields);
    if (thrown != null) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      all.put(Fields.ERROR, thrown.toString());
      all.put(Fields.STACK_TRACE, trace.toString());
    }
    return event(level, at, message, all).toJson();
  }

  /**
   * A line. Fields under the names of section 7B, such as {@code correlationId}, {@code event},
   * {@code durationMs} and {@code error}, go to their places; {@code error} and {@code stackTrace}
   * are searched for secrets.
   */
  public LifecycleEvent event(
      Level level, Instant at, String message, Map<String, @Nullable Object> fields) {
    Map<String, @Nullable Object> rest = new LinkedHashMap<>(fields);
    String correlationId = text(rest.remove(Fields.CORRELATION_ID));
    String traceId = text(rest.remove(Fields.TRACE_ID));
    String event = text(rest.remove(Fields.EVENT));
    String error = text(rest.remove(Fields.ERROR));
    Object duration = rest.remove(Fields.DURATION_MS);
    rest.computeIfPresent(
        Fields.STACK_TRACE, (name, trace) -> redaction.apply(String.valueOf(trace)));
    @Nullable Object[] namesAndValues = new @Nullable Object[2 * rest.size()];
    int length = 0;
    for (Map.Entry<String, @Nullable Object> field : rest.entrySet()) {
      namesAndValues[length++] = field.getKey();
      namesAndValues[length++] = field.getValue();
    }
    return new LifecycleEvent(
        level,
        at,
        service,
        correlationId,
        traceId,
        event == null ? LOG : event,
        message,
        duration instanceof Number millis ? millis.longValue() : 0,
        error == null ? null : redaction.apply(error),
        namesAndValues,
        length);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
