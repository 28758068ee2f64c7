package io.streamsmonitor.report.log;

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
  private final byte[] buffer = new byte[256 * 1024];
  private final ByteArrayOutputStream held = new ByteArrayOutputStream(256);
  private int at;
  private int end;
  private long position;

  public LogReader(LogFile file) throws IOException {
    this.file = file;
    this.in = Files.newInputStream(file.path());
  }

  /** The next line, or null at the end of the file. */
  public @Nullable LogLine next() throws IOException {
    long offset = position;
    held.reset();
    while (at < end || fill()) {
      int stop = lineEnd();
      int count = stop - at;
      position += count;
      if (stop < end) {
        LogLine line = line(offset, count);
        at = stop + 1;
        position++;
        return line;
      }
      hold(count);
      at = end;
    }
    return position == offset ? null : line(offset, 0);
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private int lineEnd() {
    int i = at;
    while (i < end && buffer[i] != '\n') {
      i++;
    }
    return i;
  }

  private void hold(int count) {
    held.write(buffer, at, Math.min(count, LIMIT - held.size()));
  }

  /** Of what is held, and of so many bytes of the buffer. */
  private LogLine line(long offset, int count) {
    long length = position - offset;
    String text;
    if (held.size() == 0) {
      text = new String(buffer, at, Math.min(count, LIMIT), StandardCharsets.UTF_8);
    } else {
      hold(count);
      text = held.toString(StandardCharsets.UTF_8);
    }
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
