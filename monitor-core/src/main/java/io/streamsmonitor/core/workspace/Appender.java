package io.streamsmonitor.core.workspace;

import io.streamsmonitor.core.finding.EvidenceRef;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Unbuffered append, one write a call: what was written survives the end of the process.
 * Thread-safe. A stream and no channel: an interrupted writer must not close the file for others.
 */
public final class Appender implements AutoCloseable {
  private final Path file;
  private final FileOutputStream stream;
  private long size;

  public Appender(Path file) {
    this.file = file;
    try {
      Files0600.create(file);
      stream = new FileOutputStream(file.toFile(), true);
      size = file.toFile().length();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Appends the line and a line end; says where the line stands, relative to {@code root}. */
  public EvidenceRef line(String text, Path root) {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    long offset = bytes(bytes, 0, bytes.length);
    String name = root.relativize(file).toString().replace('\\', '/');
    return new EvidenceRef(name, offset, bytes.length - 1);
  }

  /** Appends the line and a line end. */
  public void line(String text) {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    bytes(bytes, 0, bytes.length);
  }

  /**
   * Appends bytes as they are.
   *
   * @return the offset of the first one
   */
  public synchronized long bytes(byte[] bytes, int from, int length) {
    long offset = size;
    try {
      stream.write(bytes, from, length);
      size += length;
    } catch (IOException e) {
      size = file.toFile().length();
      throw new UncheckedIOException("cannot write " + file, e);
    }
    return offset;
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + file, e);
    }
  }
}
