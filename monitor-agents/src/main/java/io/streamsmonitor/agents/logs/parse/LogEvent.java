package io.streamsmonitor.agents.logs.parse;

import io.streamsmonitor.core.model.RawLine;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line, read.
 *
 * @param raw where it came from, verbatim
 * @param text the whole line without colours and control characters
 * @param time that the line names, or null
 * @param level that the line names, or null
 * @param logger or component, or null
 * @param message what is left of the line without its head; with JSON the message and the error
 * @param streamId a Redis entry id that the line names, or null
 * @param event machine-readable name of what happened, or null
 * @param stack a stack trace inside the line, or null
 * @param fields scalars of a structured line by name; empty for plain text
 */
public record LogEvent(
    RawLine raw,
    String text,
    LineFormat format,
    @Nullable LogTime time,
    @Nullable LogLevel level,
    @Nullable String logger,
    String message,
    @Nullable String correlationId,
    @Nullable String traceId,
    @Nullable String streamId,
    @Nullable String event,
    @Nullable String stack,
    Map<String, String> fields) {

  public LogEvent {
    fields = fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  public String service() {
    return raw.service();
  }

  /** A field as text, or empty. */
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Whether the line calls itself at least this serious. */
  public boolean atLeast(LogLevel other) {
    return level != null && level.atLeast(other);
  }
}
