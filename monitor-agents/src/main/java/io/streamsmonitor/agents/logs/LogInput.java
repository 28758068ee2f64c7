package io.streamsmonitor.agents.logs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPInputStream;

/**
 * Something with lines in it that are all there: a file, compressed or not, or standard input.
 *
 * @param service whose lines they are
 * @param name as findings name it
 * @param written when it was last written to: what a time without a year or a date is near to
 */
public record LogInput(String service, String name, Instant written, Source source) {

  /** Opens the bytes. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  /** A file; gzip is told by its first bytes, not by its name. */
  public static LogInput of(String service, String name, Path file) throws IOException {
    return new LogInput(
        service,
        name,
        Files.getLastModifiedTime(file).toInstant(),
        () -> unpacked(Files.newInputStream(file)));
  }

  /** The bytes as they were before they were compressed. */
  public static InputStream unpacked(InputStream raw) throws IOException {
    byte[] magic = raw.readNBytes(2);
    InputStream whole = new Rest(magic, raw);
    boolean gzip = magic.length == 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
    return gzip ? new GZIPInputStream(new BufferedInputStream(whole, 1 << 16), 1 << 16) : whole;
  }

  /** A stream whose first bytes were taken. */
  private static final class Rest extends InputStream {
    private final byte[] first;
    private final InputStream rest;
    private int given;

    Rest(byte[] first, InputStream rest) {
      this.first = first;
      this.rest = rest;
    }

    @Override
    public int read() throws IOException {
      return given < first.length ? first[given++] & 0xff : rest.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (given < first.length && length > 0) {
        bytes[from] = first[given++];
        return 1;
      }
      return rest.read(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      rest.close();
    }
  }
}
