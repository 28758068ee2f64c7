package io.streamsmonitor.agents.logs.problem;

/** Of what kind a problem line is, most telling first. */
public enum FaultKind {
  /** Memory ran out. */
  MEMORY,
  /** The process dies or was killed. */
  CRASH,
  /** Something took too long. */
  TIMEOUT,
  /** A connection was refused, reset or lost. */
  CONNECTION,
  /** Any other failure, stated at ERROR or as an exception. */
  ERROR,
  /** A failure stated at WARN. */
  WARNING,
  /** A failure stated at INFO. */
  UNDERSTATED
}
