package io.streamsmonitor.core.finding;

/**
 * A place in a file.
 *
 * @param file relative to where the scan started, with {@code /}
 * @param line from 1
 */
public record Location(String file, int line) {

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
