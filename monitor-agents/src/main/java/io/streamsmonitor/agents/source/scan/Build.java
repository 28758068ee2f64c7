package io.streamsmonitor.agents.source.scan;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Names this build of the program: another one may see more in the same text. */
public final class Build {
  private Build() {}

  /** The place of the program and when it was made; differs after each build. */
  public static String name() {
    try {
      Path own = Path.of(Build.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return own + " " + newest(own);
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("where this program lies cannot be looked at", e);
    }
  }

  /** A folder of classes, as tests run from, keeps its own time when a class in it is replaced. */
  private static long newest(Path own) throws IOException {
    if (Files.isRegularFile(own)) {
      return Files.getLastModifiedTime(own).toMillis();
    }
    long newest = 0;
    try (Stream<Path> all = Files.walk(own)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        newest = Math.max(newest, Files.getLastModifiedTime(path).toMillis());
      }
    }
    return newest;
  }
}
