package io.streamsmonitor.core.finding;

/** The life of a finding. {@code UPDATED} is still open; only {@code RESOLVED} is not. */
public enum Status {
  OPEN,
  UPDATED,
  RESOLVED;

  /** Whether the verdict and the gate look at a finding of this status. */
  public boolean open() {
    return this != RESOLVED;
  }
}
