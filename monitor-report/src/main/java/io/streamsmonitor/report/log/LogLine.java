package io.streamsmonitor.report.log;

/**
 * A line of a service's log in a session folder.
 *
 * @param file relative to the session folder, such as {@code logs/orders.log}
 * @param offset of its first byte
 * @param length in bytes, without the line end
 * @param text at most the first 64 KiB of it
 */
public record LogLine(String service, String file, long offset, long length, String text) {
  /** Whether the line was too long to be read whole. */
  public boolean cut() {
    return length > LogReader.LIMIT;
  }
}
