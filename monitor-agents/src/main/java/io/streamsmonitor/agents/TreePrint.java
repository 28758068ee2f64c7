package io.streamsmonitor.agents;

import io.streamsmonitor.agents.source.Folders;
import io.streamsmonitor.agents.source.ScanScope;
import io.streamsmonitor.core.fleet.ServiceSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A name for the state of every file that a scan may look at, without opening one: path, size, time
 * of change and inode.
 */
final class TreePrint {
  private static final Set<String> SKIPPED = Set.of("node_modules", ".git", "monitor-session");

  private final Set<String> states = new HashSet<>();

  private final Folders folders;

  private TreePrint(Folders folders) {
    this.folders = folders;
  }

  /**
   * The name, or "" where something could not be looked at: then nothing is known to be unchanged.
   *
   * @param seen what lies in the folders of the scope
   * @param settings what else decides on the result
   */
  static String of(ScanScope scope, Folders seen, String settings) {
    TreePrint print = new TreePrint(seen);
    try {
      for (Path root : roots(scope)) {
        print.walk(root);
      }
      for (Path folder : folders(scope)) {
        print.list(folder);
      }
    } catch (IOException e) {
      return "";
    }
    List<String> all = new ArrayList<>(print.states);
    Collections.sort(all);
    String text = settings + '\n' + scope + '\n' + String.join("\n", all);
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static Set<Path> roots(ScanScope scope) {
    Set<Path> roots = new TreeSet<>(scope.sources());
    roots.addAll(scope.docs());
    for (ServiceSpec service : scope.services()) {
      roots.addAll(service.sources());
      roots.addAll(service.config());
    }
    Set<Path> outer = new TreeSet<>();
    for (Path root : roots) {
      if (Files.exists(root) && outer.stream().noneMatch(root::startsWith)) {
        outer.add(root);
      }
    }
    return outer;
  }

  /** Folders of which the files count that lie directly in them. */
  private static Set<Path> folders(ScanScope scope) {
    Set<Path> out = new TreeSet<>(Set.of(scope.base()));
    for (ServiceSpec service : scope.services()) {
      out.add(service.workdir());
    }
    for (Path root : roots(scope)) {
      Path folder = root.getParent();
      while (folder != null && folder.startsWith(scope.base())) {
        out.add(folder);
        folder = folder.getParent();
      }
    }
    return out;
  }

  private void walk(Path root) throws IOException {
    folders.walk(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            String name = String.valueOf(dir.getFileName());
            boolean skipped = !dir.equals(root) && SKIPPED.contains(name);
            boolean session = name.startsWith("monitor") && Files.exists(dir.resolve("SESSION_ID"));
            return skipped || session ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            add(file, attributes);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        add(file, Files.readAttributes(file, BasicFileAttributes.class));
      }
    }
  }

  private void add(Path file, BasicFileAttributes a) {
    states.add(
        file
            + " "
            + a.size()
            + " "
            + a.lastModifiedTime().to(java.util.concurrent.TimeUnit.NANOSECONDS)
            + " "
            + a.fileKey());
  }
}
