package io.streamsmonitor.agents.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What lies in the folders of a scan, looked at once for everybody who walks through them. Links
 * are not followed.
 */
public final class Folders {
  private final Map<Path, List<Entry>> known = new ConcurrentHashMap<>();

  /** Something in a folder, and what it is; or why that cannot be seen. */
  private sealed interface Entry {
    record Seen(Path path, BasicFileAttributes attributes) implements Entry {}

    record Failed(Path path, IOException why) implements Entry {}
  }

  /** Walks as {@link Files#walkFileTree(Path, FileVisitor)} does. */
  public void walk(Path root, FileVisitor<? super Path> visitor) throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(root, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      visitor.visitFileFailed(root, e);
      return;
    }
    visit(new Entry.Seen(root, attributes), visitor);
  }

  private void visit(Entry entry, FileVisitor<? super Path> visitor) throws IOException {
    if (entry instanceof Entry.Failed failed) {
      visitor.visitFileFailed(failed.path(), failed.why());
    } else if (entry instanceof Entry.Seen seen && !seen.attributes().isDirectory()) {
      visitor.visitFile(seen.path(), seen.attributes());
    } else if (entry instanceof Entry.Seen seen
        && visitor.preVisitDirectory(seen.path(), seen.attributes()) == FileVisitResult.CONTINUE) {
      for (Entry inside : known.computeIfAbsent(seen.path(), Folders::list)) {
        visit(inside, visitor);
      }
    }
  }

  /** One level of the JDK's own walk, which has the attributes at hand. */
  private static List<Entry> list(Path folder) {
    List<Entry> out = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          EnumSet.noneOf(FileVisitOption.class),
          1,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              out.add(new Entry.Seen(file, attributes));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              out.add(new Entry.Failed(file, e));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(out);
  }
}
