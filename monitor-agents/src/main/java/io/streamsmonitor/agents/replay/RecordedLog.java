package io.streamsmonitor.agents.replay;

import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

/** The lines of one service as they arrived: its log cut at its index. */
final class RecordedLog {
  private final String service;
  private final String name;
  private final byte[] bytes;
  private final int[] offsets;
  private final long[] arrivals;
  private int next;

  private RecordedLog(String service, String name, byte[] bytes, String[] marks) {
    this.service = service;
    this.name = name;
    this.bytes = bytes;
    this.offsets = new int[marks.length];
    this.arrivals = new long[marks.length];
    for (int i = 0; i < marks.length; i++) {
      String[] words = marks[i].split(" ", 2);
      offsets[i] = Integer.parseInt(words[0]);
      arrivals[i] = Long.parseLong(words[1]);
    }
  }

  static RecordedLog of(Workspace workspace, String service) throws IOException {
    Path log = workspace.log(service);
    Path index = workspace.logIndex(service);
    String[] marks =
        Recorded.lines(index).stream().filter(line -> line.indexOf(' ') > 0).toArray(String[]::new);
    return new RecordedLog(service, workspace.relative(log), Files.readAllBytes(log), marks);
  }

  /** The next line that was not given. */
  RawLine next() throws IOException {
    if (next >= offsets.length) {
      throw new IOException(name + " has fewer lines than were read; the log was changed");
    }
    int from = offsets[next];
    int to = next + 1 < offsets.length ? offsets[next + 1] : bytes.length;
    Instant arrived = Instant.ofEpochMilli(arrivals[next]);
    next++;
    if (from > to || to > bytes.length) {
      throw new IOException(name + " is shorter than its index; the log was changed");
    }
    return line(from, end(from, to), arrived, false);
  }

  /** A line, or part of one, of which the record says where it stands. */
  RawLine at(int offset, int length, Instant arrived, boolean partial) throws IOException {
    if (offset < 0 || offset + length > bytes.length) {
      throw new IOException(name + " is shorter than was read; the log was changed");
    }
    while (next < offsets.length && offsets[next] <= offset) {
      next++;
    }
    return line(offset, offset + length, arrived, partial);
  }

  private RawLine line(int from, int end, Instant arrived, boolean partial) {
    byte[] line = Arrays.copyOfRange(bytes, from, end);
    return new RawLine(service, name, from, line, arrived, partial, 0);
  }

  private int end(int from, int to) {
    int end = to > from && bytes[to - 1] == '\n' ? to - 1 : to;
    return end > from && bytes[end - 1] == '\r' ? end - 1 : end;
  }
}
