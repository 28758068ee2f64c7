package io.streamsmonitor.core.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The session folder as one running session holds it: locked, with earlier sessions moved to {@code
 * archive/<id>}, the newest 20 kept.
 */
public final class SessionFolder implements AutoCloseable {
  private static final int KEPT = 20;

  private final Workspace workspace;
  private final FileChannel lockFile;
  private final FileLock lock;

  private SessionFolder(Workspace workspace, FileChannel lockFile, FileLock lock) {
    this.workspace = workspace;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /**
   * Makes the folder ready for a new session.
   *
   * @throws IOException saying what is in the way: not writable, or held by another session
   */
  public static SessionFolder open(Workspace workspace, String sessionId) throws IOException {
    Path root = workspace.root();
    Files0600.createFolder(root);
    FileChannel channel =
        FileChannel.open(workspace.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      throw new IOException(
          "another session is running in "
              + root
              + "; end it with `monitor stop`, or choose"
              + " another folder with --workspace");
    }
    SessionFolder folder = new SessionFolder(workspace, channel, lock);
    try {
      folder.archiveEarlier();
      for (Path sub : workspace.folders()) {
        Files0600.createFolder(sub);
      }
      Files0600.write(workspace.sessionId(), sessionId + "\n");
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
    return folder;
  }

  /** Makes every file that a finished session promises, empty where nothing was said. */
  public void complete() throws IOException {
    for (Path file : workspace.promised()) {
      Files0600.create(file);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private void archiveEarlier() throws IOException {
    if (!Files.exists(workspace.sessionId())) {
      Files.deleteIfExists(workspace.stop());
      return;
    }
    String id = Files.readString(workspace.sessionId(), StandardCharsets.UTF_8).strip();
    Path target = workspace.archive().resolve(Slug.of(id.isEmpty() ? "unnamed" : id));
    for (int n = 2; Files.exists(target); n++) {
      target = workspace.archive().resolve(Slug.of(id) + "_" + n);
    }
    Files0600.createFolder(target);
    for (Path entry : children(workspace.root())) {
      if (!List.of(workspace.archive(), workspace.cache(), workspace.lock()).contains(entry)) {
        Files.move(entry, target.resolve(entry.getFileName()));
      }
    }
    prune();
  }

  private void prune() throws IOException {
    List<Path> old =
        children(workspace.archive()).stream().sorted(Comparator.reverseOrder()).toList();
    for (Path session : old.subList(Math.min(KEPT, old.size()), old.size())) {
      try (Stream<Path> all = Files.walk(session)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  @Override
  public void close() throws IOException {
    lock.release();
    lockFile.close();
  }
}
