package io.streamsmonitor.core.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A line as a service wrote it, an event on the time line.
 *
 * @param service whose line it is
 * @param file relative to the session folder, such as {@code logs/orders.log}; as the user named it
 *     where a file is read that was there before
 * @param offset of its first byte in that file
 * @param bytes without the line end; head and tail where {@code cut}
 * @param arrived when the monitor read it
 * @param partial whether it came without a line end and was given out after a pause
 * @param cut bytes left out of the middle of an over-long line, else 0
 * @param line its number in the file, from 1; 0 where lines are not counted
 * @param source which of the service's sources it came from: standard output, a file; what one of
 *     them writes stays together
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record RawLine(
    String service,
    String file,
    long offset,
    byte[] bytes,
    Instant arrived,
    boolean partial,
    long cut,
    long line,
    int source) {

  /** A line of a service's only source. */
  public RawLine(
      String service,
      String file,
      long offset,
      byte[] bytes,
      Instant arrived,
      boolean partial,
      long cut,
      long line) {
    this(service, file, offset, bytes, arrived, partial, cut, line, 0);
  }

  /** A line whose number is not counted. */
  public RawLine(
      String service,
      String file,
      long offset,
      byte[] bytes,
      Instant arrived,
      boolean partial,
      long cut) {
    this(service, file, offset, bytes, arrived, partial, cut, 0);
  }

  /** The same line, of this source. */
  public RawLine from(int number) {
    return new RawLine(service, file, offset, bytes, arrived, partial, cut, line, number);
  }

  /** The line as text; bytes that are no UTF-8 become U+FFFD. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
