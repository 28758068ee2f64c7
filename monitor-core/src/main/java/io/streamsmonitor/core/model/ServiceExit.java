package io.streamsmonitor.core.model;

import java.time.Instant;

/**
 * A service's process ended, an event on the time line.
 *
 * @param exitCode as the system says; 128 + n for a signal n
 * @param expected whether the session itself asked for it
 */
public record ServiceExit(String service, long pid, int exitCode, Instant at, boolean expected) {

  /** A crash is an unexpected end with a code other than 0. */
  public boolean crash() {
    return !expected && exitCode != 0;
  }
}
