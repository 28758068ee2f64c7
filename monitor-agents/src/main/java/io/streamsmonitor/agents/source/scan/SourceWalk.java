package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.Folders;
import io.streamsmonitor.agents.source.ScanScope;
import io.streamsmonitor.core.fleet.ServiceSpec;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the source files of a scope; links are not followed, so there are no loops. */
final class SourceWalk {
  private static final Set<String> SHOWCASES = Set.of("example", "examples", "sample", "samples");
  private static final Set<String> BUILT =
      Set.of("node_modules", "target", "build", "out", "dist", "bin");

  private final ScanScope scope;
  private final Folders folders;
  private final Path base;
  private final Map<Path, Source> found = new HashMap<>();
  private final Map<String, Path> homes = new LinkedHashMap<>();
  private final List<String> gaps = new ArrayList<>();
  private final OtherLanguages others = new OtherLanguages();

  SourceWalk(ScanScope scope, Folders folders) {
    this.scope = scope;
    this.folders = folders;
    this.base = real(scope.base());
    for (ServiceSpec service : scope.services()) {
      Path home = real(service.workdir());
      if (!home.equals(base)) {
        homes.putIfAbsent(service.name(), home);
      }
    }
  }

  /** The files in the order of their paths. */
  List<Source> files() {
    for (ServiceSpec service : scope.services()) {
      service.sources().forEach(root -> walk(root, service.name()));
    }
    scope.sources().forEach(root -> walk(root, ""));
    List<Source> files =
        found.values().stream().sorted(Comparator.comparing(Source::path)).toList();
    others.without(files);
    return files;
  }

  /** What is in languages that are not read. */
  OtherLanguages others() {
    return others;
  }

  /** What could not be walked, a sentence each. */
  List<String> gaps() {
    return List.copyOf(gaps);
  }

  private void walk(Path root, String service) {
    if (!Files.exists(root)) {
      gaps.add(relative(root) + ": no such file or folder");
      return;
    }
    Path start = real(root);
    FileVisitor<Path> visitor =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return dir.equals(start) || !skipped(dir)
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean named = Languages.isSource(file.getFileName().toString());
            if (named && attributes.isRegularFile()) {
              found.computeIfAbsent(file, f -> source(f, service, attributes));
            } else if (attributes.isRegularFile()
                && OtherLanguages.isSource(file.getFileName().toString())) {
              others.found(owner(file, service), relative(file), file);
            } else if (attributes.isSymbolicLink() && Files.isDirectory(file)) {
              gaps.add(relative(file) + ": is a link to a folder; it is not followed");
            } else if (named) {
              String what = attributes.isSymbolicLink() ? "a link" : "no regular file";
              gaps.add(relative(file) + ": is " + what + "; it is not read");
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            gaps.add(relative(file) + ": cannot be read: " + e.getClass().getSimpleName());
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      folders.walk(start, visitor);
    } catch (IOException e) {
      gaps.add(relative(start) + ": cannot be walked: " + e.getMessage());
    }
  }

  /**
   * Hidden and built; a package may be called {@code build}, so that counts outside sources only.
   */
  private boolean skipped(Path dir) {
    String name = dir.getFileName().toString();
    boolean inSources = relative(dir).contains("src/");
    return name.startsWith(".")
        || name.equals("node_modules")
        || isShowcase(dir, name)
        || (BUILT.contains(name) && !inSources);
  }

  /** Examples that a script library brings along show its use, they are no services. */
  private static boolean isShowcase(Path dir, String name) {
    Path project = dir.getParent();
    return SHOWCASES.contains(name)
        && project != null
        && Files.exists(project.resolve("package.json"))
        && Stream.of("lib", "src", "index.js", "index.ts")
            .anyMatch(n -> Files.exists(project.resolve(n)));
  }

  private Source source(Path file, String service, BasicFileAttributes attributes) {
    String path = relative(file);
    return new Source(file, path, owner(file, service), TestCode.is(path), Stamp.of(attributes));
  }

  /** The service itself, or the one whose folder the file of a fleet-wide source lies in. */
  private String owner(Path file, String service) {
    if (!service.isEmpty()) {
      return service;
    }
    return homes.entrySet().stream()
        .filter(home -> file.startsWith(home.getValue()))
        .max(Comparator.comparingInt(home -> home.getValue().getNameCount()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private String relative(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path from = absolute.startsWith(base) ? base : scope.base().toAbsolutePath().normalize();
    return from.relativize(absolute).toString().replace('\\', '/');
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
