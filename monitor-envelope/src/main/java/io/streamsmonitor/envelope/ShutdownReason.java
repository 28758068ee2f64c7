package io.streamsmonitor.envelope;

/** Why a service ends. */
public enum ShutdownReason {
  /** The process was asked to end. */
  SIGTERM("SIGTERM"),
  /** The service closed by itself. */
  MANUAL("manual"),
  /** The service closed because of a failure. */
  ERROR("error");

  private final String wire;

  ShutdownReason(String wire) {
    this.wire = wire;
  }

  /** The word that stands in the line. */
  public String wire() {
    return wire;
  }
}
