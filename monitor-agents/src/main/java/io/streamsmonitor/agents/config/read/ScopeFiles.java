package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.agents.source.Folders;
import io.streamsmonitor.agents.source.ScanScope;
import io.streamsmonitor.core.fleet.ServiceSpec;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files a scan sees: everything under the sources, the configuration and the documents, and the
 * files that lie directly in the folders above them. Links are not followed.
 */
public final class ScopeFiles {
  private static final Set<String> SKIPPED =
      Set.of(
          "node_modules",
          ".git",
          "target",
          "build",
          "dist",
          "out",
          ".gradle",
          ".idea",
          ".mvn",
          ".venv",
          "venv",
          "__pycache__",
          "monitor-session");

  /** Above the named paths, only files that cannot be another variant of the same thing. */
  private static final Pattern SHALLOW =
      Pattern.compile(
          "\\.env.*|.*\\.env|dockerfile.*|(?:docker-)?compose.*|package\\.json|pom\\.xml"
              + "|build\\.gradle.*|readme.*|asyncapi.*");

  private final Path base;
  private final Folders folders;
  private final Set<Path> files = new TreeSet<>();

  private ScopeFiles(Path base, Folders folders) {
    this.base = base;
    this.folders = folders;
  }

  /** Absolute paths, sorted. */
  public static Set<Path> of(ScanScope scope, Folders folders) {
    ScopeFiles found = new ScopeFiles(scope.base(), folders);
    Set<Path> roots = new LinkedHashSet<>();
    for (ServiceSpec service : scope.services()) {
      roots.addAll(service.config());
      roots.addAll(service.sources());
    }
    roots.addAll(scope.sources());
    roots.addAll(scope.docs());
    found.files(scope.base());
    for (Path root : roots) {
      Path path = root.toAbsolutePath().normalize();
      found.tree(path);
      found.above(path);
    }
    for (ServiceSpec service : scope.services()) {
      found.files(service.workdir());
      found.above(service.workdir().toAbsolutePath().normalize());
    }
    return found.files;
  }

  private void above(Path path) {
    Path folder = path.getParent();
    while (folder != null && folder.startsWith(base) && !folder.equals(base)) {
      files(folder);
      folder = folder.getParent();
    }
  }

  private void files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> list = Files.list(folder)) {
      list.filter(Files::isRegularFile)
          .filter(f -> SHALLOW.matcher(TextFile.nameOf(f)).matches())
          .forEach(f -> files.add(f.toAbsolutePath().normalize()));
    } catch (IOException e) {
      // A folder that cannot be listed holds nothing that can be read.
      return;
    }
  }

  private void tree(Path root) {
    if (!Files.exists(root)) {
      return;
    }
    try {
      folders.walk(root, new Walk(root));
    } catch (IOException e) {
      // As above: the walk itself skips what it cannot visit.
      return;
    }
  }

  private final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;

    Walk(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean skipped = !folder.equals(root) && SKIPPED.contains(TextFile.nameOf(folder));
      boolean session = Files.exists(folder.resolve("SESSION_ID"));
      return skipped || session ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
