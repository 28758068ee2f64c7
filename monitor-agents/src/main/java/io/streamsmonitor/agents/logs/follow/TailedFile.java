package io.streamsmonitor.agents.logs.follow;

import io.streamsmonitor.core.fleet.LineSource;
import io.streamsmonitor.core.fleet.LineTap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * One file, held open and read as it grows, wherever its name goes. Each read begins with bytes
 * that were read before: when they have changed, the file was cut and written anew.
 */
final class TailedFile implements AutoCloseable {
  /** After this pause an unfinished line is given out. */
  private static final Duration PARTIAL = Duration.ofMillis(250);

  private final String service;
  private final LineTap tap;
  private final FileChannel channel;
  private final Reach reach = new Reach();
  private LineSource lines;
  private Path path;
  private Instant lastData;
  private boolean flushed = true;

  private TailedFile(String service, Path path, LineTap tap, FileChannel channel, Instant now) {
    this.service = service;
    this.path = path;
    this.tap = tap;
    this.channel = channel;
    this.lastData = now;
    this.lines = tap.open(service);
  }

  /** Opens it, at its first byte. */
  static TailedFile open(String service, Path path, LineTap tap, Instant now) throws IOException {
    return new TailedFile(service, path, tap, FileChannel.open(path, StandardOpenOption.READ), now);
  }

  /** Goes on at this place, a place behind the end being the end. */
  void skipTo(long place) throws IOException {
    long at = Math.min(place, channel.size());
    reach.begin(bytes(0, (int) Math.min(at, Reach.HEAD)), before(at, Reach.TAIL), at);
  }

  /** The first bytes of the file, as many as tell it from others. */
  byte[] head() throws IOException {
    return bytes(0, Reach.HEAD);
  }

  /** The bytes before this place, at most so many. */
  byte[] before(long place, int most) throws IOException {
    int length = (int) Math.min(most, place);
    return bytes(place - length, length);
  }

  long size() throws IOException {
    return channel.size();
  }

  private byte[] bytes(long from, int length) throws IOException {
    ByteBuffer into = ByteBuffer.allocate(length);
    int n = 0;
    while (into.hasRemaining() && n >= 0) {
      n = channel.read(into, from + into.position());
    }
    return Arrays.copyOf(into.array(), into.position());
  }

  /** Whether what was written since the last look is not what follows what was read. */
  enum Look {
    NOTHING,
    MORE,
    CUT
  }

  /** Reads what is new, as much as the buffer takes. */
  Look look(byte[] buffer, Instant now) throws IOException {
    long size = channel.size();
    if (size < reach.position()) {
      return Look.CUT;
    }
    if (size == reach.position()) {
      pause(now);
      return Look.NOTHING;
    }
    int known = reach.tailSize();
    int n = channel.read(ByteBuffer.wrap(buffer), reach.position() - known);
    if (n < known || !reach.continues(buffer, 0)) {
      return Look.CUT;
    }
    if (n > known) {
      lines.accept(buffer, known, n - known);
      reach.advance(buffer, known, n);
      lastData = now;
      flushed = false;
    }
    return n > known ? Look.MORE : Look.NOTHING;
  }

  /** Whether a file of the same length is another one by now: cut, and grown to where it was. */
  boolean exchanged() throws IOException {
    long place = reach.position();
    int known = reach.known(place, 512);
    return channel.size() == place && known > 0 && !reach.stands(place, before(place, known));
  }

  private void pause(Instant now) {
    if (!flushed && Duration.between(lastData, now).compareTo(PARTIAL) >= 0) {
      lines.flushPartial();
      flushed = true;
    }
  }

  /** Begins again at the first byte; says how far the file was read before. */
  Reach restart() {
    Reach before = new Reach();
    before.copy(reach);
    lines.close();
    lines = tap.open(service);
    reach.reset();
    return before;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  Reach reach() {
    return reach;
  }

  Path path() {
    return path;
  }

  void moved(Path to) {
    path = to;
  }

  /** How long nothing was written to it. */
  Duration quiet(Instant now) {
    return Duration.between(lastData, now);
  }

  @Override
  public void close() throws IOException {
    lines.close();
    channel.close();
  }
}
