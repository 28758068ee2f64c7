package io.streamsmonitor.core.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.agent.Window;
import io.streamsmonitor.core.finding.Finding;

/** Told how a session goes; for a console. Called on several threads, must return at once. */
public interface SessionListener {
  /** Tells nobody. */
  SessionListener NONE = new SessionListener() {};

  /** A step was done: its name and what came of it. */
  default void phase(String step, String outcome) {}

  /** The window opened. */
  default void opened(Window window) {}

  /** A finding was made or changed. */
  default void finding(Finding finding) {}

  /** A health check was made; the object of health.jsonl. */
  default void health(JsonNode check) {}

  /**
   * The window is closed, agents are done, and the folder tells all of it: whoever wants to report
   * need not wait until services and Redis are stopped.
   */
  default void watched() {}

  /** Tells both. */
  default SessionListener and(SessionListener other) {
    return new BothListeners(this, other);
  }
}
