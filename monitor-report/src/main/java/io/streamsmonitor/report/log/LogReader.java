package io.streamsmonitor.report.log;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** Reads one log line by line, with the place of each; no line is held longer than it is used. */
public final class LogReader implements AutoCloseable {
  /** Bytes of a line that are looked at. */
  public static final int LIMIT = 64 * 1024;

  private final LogFile file;
  private final InputStream in;
  private long position;

  public LogReader(LogFile file) throws IOException {
    this.file = file;
    this.in = new BufferedInputStream(Files.newInputStream(file.path()), 64 * 1024);
  }

  /** The next line, or null at the end of the file. */
  public @Nullable LogLine next() throws IOException {
    long offset = position;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    int b = in.read();
    while (b >= 0 && b != '\n') {
      if (bytes.size() < LIMIT) {
        bytes.write(b);
      }
      position++;
      b = in.read();
    }
    long length = position - offset;
    if (b < 0 && length == 0) {
      return null;
    }
    position++;
    String text = bytes.toString(StandardCharsets.UTF_8);
    boolean carriage = text.endsWith("\r");
    return new LogLine(
        file.service(),
        file.name(),
        offset,
        carriage ? length - 1 : length,
        carriage ? text.substring(0, text.length() - 1) : text);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
