package io.streamsmonitor.core.finding;

/** What a fix brings. */
public enum Impact {
  HIGH,
  MEDIUM,
  LOW
}
