package io.streamsmonitor.core.rule;

/** How literally the threshold table is taken. */
public enum Profile {
  /** A literal condition opens a finding unless a named exculpation is proven. */
  SMART,
  /** The specification's table to the letter. */
  STRICT
}
