package io.streamsmonitor.agents.logs.follow;

import io.streamsmonitor.core.fleet.FleetSpec;
import io.streamsmonitor.core.fleet.ServiceSpec;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Files of a service, by a glob.
 *
 * @param base where a relative glob starts
 */
public record LogPlace(String service, Path base, String glob) {
  private static final int DEPTH = 12;

  /** The places of every service that names its log files, from the fleet's folder and its own. */
  public static List<LogPlace> of(FleetSpec fleet) {
    List<LogPlace> places = new ArrayList<>();
    for (ServiceSpec service : fleet.services()) {
      for (String glob : service.logs()) {
        Set<Path> bases =
            new TreeSet<>(List.of(fleet.base(), fleet.base().resolve(service.workdir())));
        bases.forEach(
            base ->
                places.add(new LogPlace(service.name(), base.toAbsolutePath().normalize(), glob)));
      }
    }
    return places;
  }

  /** The files that are there now, links followed. */
  List<Path> files() {
    if (!glob.matches(".*[*?\\[{].*")) {
      Path file = base.resolve(glob).normalize();
      return Files.isRegularFile(file) ? List.of(file) : List.of();
    }
    int slash = slash();
    Path from = base.resolve(glob.substring(0, slash + 1)).normalize();
    String wild = glob.substring(slash + 1);
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + escaped(from.toString()) + "/" + wild);
    int depth = wild.contains("**") ? DEPTH : 1 + (int) wild.chars().filter(c -> c == '/').count();
    List<Path> found = new ArrayList<>();
    walk(from, depth, matcher, found);
    found.sort(null);
    return found;
  }

  /** The last slash before the first wild card, or -1. */
  private int slash() {
    int wild = 0;
    while (wild < glob.length() && "*?[{".indexOf(glob.charAt(wild)) < 0) {
      wild++;
    }
    return glob.lastIndexOf('/', wild);
  }

  private static String escaped(String path) {
    String literal = path.replaceAll("[*?\\[\\]{}\\\\]", "\\\\$0");
    return literal.endsWith("/") ? literal.substring(0, literal.length() - 1) : literal;
  }

  private static void walk(Path from, int depth, PathMatcher matcher, List<Path> found) {
    try {
      Files.walkFileTree(
          from,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          depth,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && matcher.matches(file)) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // A folder that went while it was listed: the next look sees what is there then.
      found.removeIf(file -> !Files.exists(file));
    }
  }
}
