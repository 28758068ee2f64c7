package io.streamsmonitor.agents.config.declare;

/** What a declaration says a service does with a stream. */
public enum Role {
  PUBLISHES,
  CONSUMES,
  /** It names the stream and does not say what for. */
  NAMES
}
