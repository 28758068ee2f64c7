package io.streamsmonitor.report.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the lines of a log arrived, of the index beside it; asked for in the order of the file. */
final class Arrivals implements AutoCloseable {
  private final @Nullable BufferedReader index;
  private @Nullable Instant current;
  private long nextOffset = -1;
  private long nextAt;

  Arrivals(LogFile file) throws IOException {
    String name = String.valueOf(file.path().getFileName());
    Path beside = file.path().resolveSibling(name.replaceFirst("\\.log$", ".idx"));
    index =
        Files.isRegularFile(beside)
            ? Files.newBufferedReader(beside, StandardCharsets.UTF_8)
            : null;
    advance();
  }

  /** Of the line that begins there; null where no index tells. */
  @Nullable Instant at(long offset) throws IOException {
    while (nextOffset >= 0 && nextOffset <= offset) {
      current = Instant.ofEpochMilli(nextAt);
      advance();
    }
    return current;
  }

  /** The next entry; an index that is torn ends there. */
  private void advance() throws IOException {
    String line = index == null ? null : index.readLine();
    int space = line == null ? -1 : line.indexOf(' ');
    nextOffset = -1;
    if (line != null && space > 0) {
      try {
        nextAt = Long.parseLong(line.substring(space + 1).strip());
        nextOffset = Long.parseLong(line.substring(0, space));
      } catch (NumberFormatException e) {
        nextOffset = -1;
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (index != null) {
      index.close();
    }
  }
}
