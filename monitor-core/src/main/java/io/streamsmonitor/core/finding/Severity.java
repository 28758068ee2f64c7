package io.streamsmonitor.core.finding;

/** How bad a finding is, worst first: {@code CRITICAL > HIGH > MEDIUM > LOW > INFO}. */
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  INFO;

  /** Whether this severity is as bad as {@code other}, or worse. */
  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }

  /** The worse of the two. */
  public Severity worse(Severity other) {
    return atLeast(other) ? this : other;
  }

  /** The scout's word for this severity: {@code P0_CRITICAL} to {@code P3_LOW} (INFO is P3 too). */
  public String priority() {
    return switch (this) {
      case CRITICAL -> "P0_CRITICAL";
      case HIGH -> "P1_HIGH";
      case MEDIUM -> "P2_MEDIUM";
      case LOW, INFO -> "P3_LOW";
    };
  }
}
