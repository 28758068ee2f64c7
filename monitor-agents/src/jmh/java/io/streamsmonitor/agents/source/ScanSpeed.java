package io.streamsmonitor.agents.source;

import io.streamsmonitor.agents.StaticScan;
import io.streamsmonitor.agents.Usage;
import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long a scan of a tree takes in a JVM that has just started, when nothing changed since,
 * when facts are cached but all is judged again (what one changed file costs), and when the JVM is
 * warm; start it anew for each cold figure. Arguments: the tree, and a cache
 * folder to keep: the second run with it shows a JVM that has just started with facts cached.
 */
public final class ScanSpeed {
  private ScanSpeed() {}

  /** Prints a row for each way. */
  public static void main(String[] args) throws IOException {
    Usage.atLeast(1, args, "agents.source.ScanSpeed TREE [CACHE]");
    Path tree = Path.of(args[0]).toAbsolutePath().normalize();
    ScanScope scope = new ScanScope(tree, List.of(), List.of(tree), List.of());
    if (args.length > 1) {
      Path cache = Path.of(args[1]).toAbsolutePath();
      Files.deleteIfExists(cache.resolve("scan.json"));
      row("cache of the given folder", scope, Files.createTempDirectory("scan-speed"), cache);
      return;
    }
    Path folder = Files.createTempDirectory("scan-speed");
    try {
      Path cache = folder.resolve("cache");
      row("cold JVM", scope, folder, cache);
      row("unchanged", scope, folder, cache);
      Files.delete(cache.resolve("scan.json"));
      row("one file changed: facts cached", scope, folder, cache);
      row("warm JVM, everything read again", scope, folder, null);
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static void row(
      String name, ScanScope scope, Path folder, @org.jspecify.annotations.Nullable Path cache)
      throws IOException {
    long start = System.nanoTime();
    int findings =
        new StaticScan(scope, new Secrets(), List.of(), cache)
            .run(new Workspace(folder.resolve("session")), Instant.EPOCH)
            .session()
            .findings()
            .size();
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.printf("%-36s %7d ms  %d findings%n", name, millis, findings);
  }
}
