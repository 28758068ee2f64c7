package io.streamsmonitor.agents.logs.follow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a file is, apart from its name, and which others go by names like it. */
final class FileIdentity {
  private static final String PACKED = "(?i).*\\.(?:gz|zip|bz2|xz|zst|lz4)";

  private FileIdentity() {}

  /** Whether its name says that it is compressed: what was followed before, packed away. */
  static boolean packed(Path path) {
    return path.toString().matches(PACKED);
  }

  /** Files beside it whose names begin with its name. */
  static List<Path> siblings(Path path) {
    Path folder = path.getParent();
    if (folder == null) {
      return List.of();
    }
    String name = path.getFileName().toString();
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(
              p ->
                  p.getFileName().toString().startsWith(name)
                      && !p.equals(path)
                      && Files.isRegularFile(p))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  static FileTime written(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  /** What stays the same when the name changes; null where there is no such file. */
  static @Nullable Object key(Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      Object key = attributes.fileKey();
      return key == null ? path.toRealPath() + "@" + attributes.creationTime() : key;
    } catch (IOException e) {
      return null;
    }
  }
}
