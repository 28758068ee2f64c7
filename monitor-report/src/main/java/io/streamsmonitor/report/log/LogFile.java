package io.streamsmonitor.report.log;

import io.streamsmonitor.core.workspace.Slug;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A service's log in a session folder.
 *
 * @param name relative to the session folder
 */
public record LogFile(String service, Path path, String name) {
  /** Logs of the session itself, and the one that repeats all others. */
  private static final Set<String> OWN = Set.of("merged", "startup", "shutdown");

  /** Every service's log, by file name; {@code services} give the names back that slugs changed. */
  public static List<LogFile> in(Workspace workspace, Collection<String> services)
      throws IOException {
    Map<String, String> bySlug = new TreeMap<>();
    services.forEach(service -> bySlug.put(Slug.of(service), service));
    Path folder = workspace.root().resolve("logs");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(path -> path.toString().endsWith(".log") && Files.isRegularFile(path))
          .sorted()
          .filter(path -> bySlug.containsKey(stem(path)) || !OWN.contains(stem(path)))
          .map(
              path ->
                  new LogFile(
                      bySlug.getOrDefault(stem(path), stem(path)), path, workspace.relative(path)))
          .toList();
    }
  }

  private static String stem(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.substring(0, name.length() - ".log".length());
  }
}
