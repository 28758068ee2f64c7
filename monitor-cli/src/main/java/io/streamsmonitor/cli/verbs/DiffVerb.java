package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.cli.console.Ink;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.compare.Comparison;
import io.streamsmonitor.report.compare.Delta;
import io.streamsmonitor.report.compare.DiffJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What changed between two sessions. */
@Command(
    name = "diff",
    description = "What is new, worse, fixed and still there; 1 = something is new or worse.")
public final class DiffVerb implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "BEFORE",
      defaultValue = "last~1",
      description = "A session folder, last, or last~N; default last~1.")
  private String before = "last~1";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NOW",
      defaultValue = "last",
      description = "Likewise; default last.")
  private String now = "last";

  @Option(names = "--json", description = "One JSON document.")
  private boolean json;

  @Option(names = "--workspace", paramLabel = "DIR", description = "Where last is looked up.")
  private Path workspace = Path.of("monitor-session");

  @Override
  public Integer call() {
    try {
      Comparison changes = Comparison.of(session(before), session(now));
      if (json) {
        System.out.print(DiffJson.of(changes));
        return changes.clean() ? ExitCode.OK : ExitCode.GATE_FAILED;
      }
      list("new", changes.fresh());
      list("worse", changes.worse());
      list("fixed", changes.fixed());
      metrics(changes.deltas());
      System.out.println(
          "score "
              + changes.scoreBefore()
              + " -> "
              + changes.scoreNow()
              + "   new "
              + changes.fresh().size()
              + "   worse "
              + changes.worse().size()
              + "   fixed "
              + changes.fixed().size()
              + "   still "
              + changes.still().size());
      return changes.clean() ? ExitCode.OK : ExitCode.GATE_FAILED;
    } catch (IOException e) {
      System.err.println("monitor: " + e.getMessage());
      return ExitCode.USAGE;
    }
  }

  /** A line a stream or group, with every number that moved. */
  private static void metrics(List<Delta> deltas) {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (Delta d : deltas) {
      lines.computeIfAbsent(d.of(), k -> new ArrayList<>()).add(d.metric() + " " + d.change());
    }
    lines.forEach(
        (of, moved) ->
            System.out.println(Ink.plain("metric " + of + "  " + String.join(", ", moved))));
  }

  private SessionResult session(String word) throws IOException {
    return SessionResult.of(SessionRecord.read(SessionFolders.of(word, workspace)));
  }

  private static void list(String what, List<Finding> findings) {
    for (Finding f : findings) {
      System.out.printf(
          "%-6s %-8s %s %s  %s%n",
          what, f.severity(), f.findingId(), f.ruleId(), Ink.plain(f.title()));
    }
  }
}
