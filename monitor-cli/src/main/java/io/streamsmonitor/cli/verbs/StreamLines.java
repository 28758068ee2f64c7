package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.cli.console.Ink;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.StreamJudgement;
import io.streamsmonitor.report.StreamRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every stream and group in a table, the most troubled stream first. */
final class StreamLines {
  private static final List<String> HEAD =
      List.of("STREAM", "LENGTH", "CAP", "GROUP", "LAG", "PENDING", "OLDEST", "CONSUMERS", "STATE");

  private StreamLines() {}

  static List<String> of(SessionResult result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    for (StreamRow stream : result.streams()) {
      StreamJudgement judged = result.polls().judgement(stream.name());
      List<String> head =
          List.of(Ink.plain(stream.name()), Long.toString(stream.length()), judged.cap());
      if (stream.groups().isEmpty()) {
        rows.add(joined(head, List.of("none", "", "", "", "", "")));
      }
      for (GroupSnapshot group : stream.groups()) {
        rows.add(joined(head, group(group, judged.group(group.name().display()))));
        head = List.of("", "", "");
      }
    }
    List<String> lines = new ArrayList<>();
    if (rows.size() == 1) {
      lines.add("no streams");
    } else {
      lines.addAll(aligned(rows));
    }
    lines.add("");
    return lines;
  }

  private static List<String> group(GroupSnapshot g, StreamJudgement.OfGroup judged) {
    long oldest = Math.max(g.oldestPendingMs(), judged.oldestPendingMs());
    return List.of(
        Ink.plain(g.name().display()),
        lag(g.lag()),
        Long.toString(g.pending()),
        g.pending() == 0 ? "" : oldest / 1_000 + "s",
        Long.toString(g.consumerCount()),
        judged.state());
  }

  /** A bound is marked as one. */
  private static String lag(@Nullable Lag lag) {
    if (lag == null) {
      return "?";
    }
    String bound = lag.method().equals(Lag.AT_LEAST) ? ">=" : "<=";
    return (lag.exact() ? "" : bound) + lag.value();
  }

  private static List<String> joined(List<String> head, List<String> rest) {
    List<String> all = new ArrayList<>(head);
    all.addAll(rest);
    return all;
  }

  private static List<String> aligned(List<List<String>> rows) {
    int[] width = new int[HEAD.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < width.length; i++) {
        width[i] = Math.max(width[i], row.get(i).codePointCount(0, row.get(i).length()));
      }
    }
    List<String> lines = new ArrayList<>(rows.size());
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < width.length; i++) {
        String cell = row.get(i);
        line.append(cell).append(" ".repeat(width[i] + 2 - cell.codePointCount(0, cell.length())));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
