package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.cli.console.Ink;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.report.compare.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The findings that are known: with {@code gate: { new-only: true }} they pass. */
@Command(
    name = "baseline",
    description = "Write, list or prune the findings that the gate lets pass with new-only.")
public final class BaselineVerb implements Callable<Integer> {
  private enum Action {
    WRITE,
    LIST,
    PRUNE
  }

  @Parameters(index = "0", paramLabel = "write|list|prune", description = "What to do.")
  private Action action = Action.LIST;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SESSION",
      defaultValue = "monitor-session",
      description = "The session folder; default monitor-session.")
  private Path folder = Path.of("monitor-session");

  @Option(names = "--file", paramLabel = "FILE", description = "Default: " + Baseline.FILE + ".")
  private Path file = Path.of(Baseline.FILE);

  @Override
  public Integer call() {
    try {
      Baseline old = Baseline.read(file);
      switch (action) {
        case WRITE -> write(Baseline.of(SessionRecord.read(folder).findings()));
        case PRUNE -> write(old.pruned(SessionRecord.read(folder).findings()));
        case LIST ->
            new TreeMap<>(old.entries())
                .forEach(
                    (fingerprint, e) ->
                        System.out.println(
                            fingerprint + "  " + e.ruleId() + "  " + Ink.plain(e.title())));
      }
      return ExitCode.OK;
    } catch (IOException e) {
      System.err.println("monitor: " + e.getMessage());
      return ExitCode.USAGE;
    }
  }

  private void write(Baseline baseline) throws IOException {
    Files.writeString(file, baseline.text());
    System.out.println(file + ": " + baseline.entries().size() + " known findings");
  }
}
