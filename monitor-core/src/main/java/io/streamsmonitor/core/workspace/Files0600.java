package io.streamsmonitor.core.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that nobody but their owner reads, where the file system knows owners. */
public final class Files0600 {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private Files0600() {}

  /** Makes the folder, and those above it, unless it is there. */
  public static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, mode("rwx------"));
    }
  }

  /** Makes an empty file unless it is there. */
  public static void create(Path file) throws IOException {
    try {
      Files.createFile(file, mode("rw-------"));
    } catch (FileAlreadyExistsException e) {
      return;
    }
  }

  /** Replaces the whole file at once: a reader sees the old text or the new one. */
  public static void write(Path file, String text) {
    write(file, out -> out.write(text));
  }

  /** Replaces the whole file at once by what is written, in UTF-8. */
  public static void write(Path file, Content content) {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.deleteIfExists(next);
      create(next);
      // not Files.newBufferedWriter: a lone surrogate becomes "?" here and an error there
      try (Writer out = new OutputStreamWriter(Files.newOutputStream(next), UTF_8);
          BufferedWriter buffer = new BufferedWriter(out, 1 << 16)) {
        content.write(buffer);
      }
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** What a file is to hold. */
  @FunctionalInterface
  public interface Content {
    /** Writes it; the writer is closed by who opened it. */
    void write(Writer out) throws IOException;
  }

  private static FileAttribute<?>[] mode(String mode) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
