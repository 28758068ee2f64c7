package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.cli.console.Ink;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
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
    description = {
      "What is new, worse, fixed and still there between two sessions, and every",
      "number of a stream or group that moved; 1 = something is new or worse. What a",
      "service showed that is not watched any more is unseen, not fixed."
    })
public final class DiffVerb implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "BEFORE",
      defaultValue = "last~1",
      description =
          "A session folder, a session's id, last, or last~N for the Nth before; default last~1.")
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

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit 1 only where something new or worse is this bad: critical, high, …")
  private Severity failOn = Severity.INFO;

  @Option(names = "--workspace", paramLabel = "DIR", description = "Where last is looked up.")
  private Path workspace = Path.of("monitor-session");

  @Override
  public Integer call() throws IOException {
    Comparison changes = Comparison.of(session(before), session(now));
    if (json) {
      System.out.print(DiffJson.of(changes));
    } else {
      print(changes);
    }
    return changes.clean(failOn) ? ExitCode.OK : ExitCode.GATE_FAILED;
  }

  private static void print(Comparison changes) {
    changes.notes().forEach(note -> System.out.println(Ink.plain("note   " + note)));
    list("new", changes.fresh());
    list("worse", changes.worse());
    list("fixed", changes.fixed());
    list("unseen", changes.unseen());
    list("still", changes.still());
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
            + changes.still().size()
            + (changes.unseen().isEmpty() ? "" : "   unseen " + changes.unseen().size()));
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
