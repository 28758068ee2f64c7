package io.streamsmonitor.agents.replay;

import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The lines of a session's services as they arrived: each log cut at its index. */
final class RecordedLog {
  private RecordedLog() {}

  /** Every line of these services, in the order of arrival. */
  static List<RawLine> lines(Workspace workspace, List<String> services) throws IOException {
    List<RawLine> all = new ArrayList<>();
    for (String service : services) {
      Path log = workspace.log(service);
      Path index = workspace.logIndex(service);
      if (Files.exists(log) && Files.exists(index)) {
        all.addAll(lines(service, workspace.relative(log), log, index));
      }
    }
    all.sort(Comparator.comparing(RawLine::arrived));
    return all;
  }

  private static List<RawLine> lines(String service, String name, Path log, Path index)
      throws IOException {
    byte[] bytes = Files.readAllBytes(log);
    List<String> marks = Files.readAllLines(index, StandardCharsets.US_ASCII);
    List<RawLine> lines = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      int from = offset(marks.get(i));
      int to = i + 1 < marks.size() ? offset(marks.get(i + 1)) : bytes.length;
      if (from < 0 || to > bytes.length || from > to) {
        throw new IOException(
            index + ": line " + (i + 1) + " points outside of " + log + "; the log was changed");
      }
      Instant arrived = Instant.ofEpochMilli(Long.parseLong(word(marks.get(i), 1)));
      byte[] line = Arrays.copyOfRange(bytes, from, end(bytes, from, to));
      lines.add(new RawLine(service, name, from, line, arrived, false, 0));
    }
    return lines;
  }

  private static int end(byte[] bytes, int from, int to) {
    int end = to > from && bytes[to - 1] == '\n' ? to - 1 : to;
    return end > from && bytes[end - 1] == '\r' ? end - 1 : end;
  }

  private static int offset(String mark) {
    return Integer.parseInt(word(mark, 0));
  }

  private static String word(String mark, int number) {
    return mark.split(" ", 2)[number];
  }
}
