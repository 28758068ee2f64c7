package io.streamsmonitor.agents.logs.window;

/** What was sighted. */
public enum SightingKind {
  /** A line or a trace that says something failed. */
  PROBLEM,
  /** A credential in plain text. */
  SECRET,
  /** A refusal that is expected in operation, stated as FATAL. */
  OVERSTATED,
  /** Paths or frames in a message meant for users. */
  EXPOSURE,
  /** An entry id in the context of an error. */
  ENTRY,
  /**
   * What a pattern of the user's own asks for; the key is its category, severity and expression.
   */
  WANTED,
  /** A warning that names no failure. */
  WARNED,
  /** A retry or reconnect, told calmly. */
  RETRIED,
  /** Words that a service of few words had not used before. */
  NOVEL
}
