package io.streamsmonitor.envelope.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One structured line before it is written. Immutable.
 *
 * <p>Values of fields are strings, numbers, booleans, instants, {@code null}, and collections or
 * maps of these. They are kept as an array, because a line is made three times a message.
 */
public final class LifecycleEvent {
  private final Level level;
  private final Instant timestamp;
  private final String service;
  private final @Nullable String correlationId;
  private final @Nullable String traceId;
  private final String event;
  private final String message;
  private final long durationMs;
  private final @Nullable String error;
  private final @Nullable Object[] namesAndValues;
  private final int length;

  /**
   * Takes the fields as alternating names and values.
   *
   * @param namesAndValues not changed by the caller from here on
   * @param length how much of the array is used; even
   */
  public LifecycleEvent(
      Level level,
      Instant timestamp,
      String service,
      @Nullable String correlationId,
      @Nullable String traceId,
      String event,
      String message,
      long durationMs,
      @Nullable String error,
      @Nullable Object[] namesAndValues,
      int length) {
    this.level = level;
    this.timestamp = timestamp;
    this.service = service;
    this.correlationId = correlationId;
    this.traceId = traceId;
    this.event = event;
    this.message = message;
    this.durationMs = durationMs;
    this.error = error;
    this.namesAndValues = namesAndValues;
    this.length = length;
  }

  public Level level() {
    return level;
  }

  /** When it happened; written with milliseconds and {@code Z}. */
  public Instant timestamp() {
    return timestamp;
  }

  public String service() {
    return service;
  }

  /** Of the message it is about, or of the context open on the thread. */
  public @Nullable String correlationId() {
    return correlationId;
  }

  public @Nullable String traceId() {
    return traceId;
  }

  /** One of {@link EventNames}, or a name of the service's own. */
  public String event() {
    return event;
  }

  public String message() {
    return message;
  }

  /** How long it took; 0 where nothing was measured. */
  public long durationMs() {
    return durationMs;
  }

  /** Already redacted; {@code null} when nothing went wrong. */
  public @Nullable String error() {
    return error;
  }

  /** What the event adds to the common fields, in order. */
  public Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < length; i += 2) {
      fields.put(name(i), namesAndValues[i + 1]);
    }
    return Collections.unmodifiableMap(fields);
  }

  /** The value the event adds under {@code name}, or {@code null}. */
  public @Nullable Object field(String name) {
    for (int i = 0; i < length; i += 2) {
      if (name.equals(namesAndValues[i])) {
        return namesAndValues[i + 1];
      }
    }
    return null;
  }

  /** The line as JSON, without a line end. */
  public String toJson() {
    LineBuffer line = new LineBuffer();
    JsonLine.write(this, line);
    return new String(line.bytes(), 0, line.length(), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return toJson();
  }

  int length() {
    return length;
  }

  String name(int at) {
    return String.valueOf(namesAndValues[at]);
  }

  @Nullable Object value(int at) {
    return namesAndValues[at + 1];
  }
}
