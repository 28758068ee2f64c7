package io.streamsmonitor.cli.verbs;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the session folder of a verb lies: where the user wants it, or for as long as it is open.
 *
 * @param folder absolute
 * @param kept whether it stays
 */
record SessionPlace(Path folder, boolean kept) implements Closeable {

  static SessionPlace of(@Nullable Path workspace) throws IOException {
    Path folder = workspace == null ? Files.createTempDirectory("monitor-session") : workspace;
    return new SessionPlace(folder.toAbsolutePath().normalize(), workspace != null);
  }

  @Override
  public void close() throws IOException {
    if (kept) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
