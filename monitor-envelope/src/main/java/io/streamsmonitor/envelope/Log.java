package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.Level;
import java.util.Map;

/**
 * Structured lines of the service itself, each with the ids of the context open on the thread.
 *
 * <p>{@code event} is a machine-readable name such as {@code order.priced}; {@code fields} are
 * added to the line as they are, so they must not hold secrets.
 */
public final class Log {
  private final AuditTrail trail;

  Log(AuditTrail trail) {
    this.trail = trail;
  }

  public void info(String event, String message) {
    trail.note(Level.INFO, event, message, null, Map.of());
  }

  public void info(String event, String message, Map<String, ?> fields) {
    trail.note(Level.INFO, event, message, null, fields);
  }

  public void warn(String event, String message) {
    trail.note(Level.WARN, event, message, null, Map.of());
  }

  public void warn(String event, String message, Map<String, ?> fields) {
    trail.note(Level.WARN, event, message, null, fields);
  }

  public void warn(String event, String message, Throwable thrown) {
    trail.note(Level.WARN, event, message, thrown, Map.of());
  }

  public void error(String event, String message) {
    trail.note(Level.ERROR, event, message, null, Map.of());
  }

  public void error(String event, String message, Map<String, ?> fields) {
    trail.note(Level.ERROR, event, message, null, fields);
  }

  public void error(String event, String message, Throwable thrown) {
    trail.note(Level.ERROR, event, message, thrown, Map.of());
  }

  public void error(String event, String message, Throwable thrown, Map<String, ?> fields) {
    trail.note(Level.ERROR, event, message, thrown, fields);
  }
}
