package io.streamsmonitor.core.session;

/** How a session ended. */
public enum SessionEnd {
  /** The whole window was watched. */
  COMPLETE,
  /** Stopped early, or Redis or an agent was lost; what was seen is reported. */
  INCOMPLETE,
  /** A pre-flight step failed; nothing was watched. */
  PREFLIGHT_FAILED
}
