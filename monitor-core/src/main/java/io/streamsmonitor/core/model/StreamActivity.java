package io.streamsmonitor.core.model;

import java.time.Instant;

/**
 * A service said that it writes to or reads from a stream, an event on the time line. Said once for
 * each service, stream and direction.
 *
 * @param group that reads, or empty
 */
public record StreamActivity(
    String service, String stream, String group, Access access, Instant at) {

  /** The direction of the data. */
  public enum Access {
    READ,
    WRITE
  }
}
