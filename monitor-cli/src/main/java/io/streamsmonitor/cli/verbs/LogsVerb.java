package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.agents.logs.LogInput;
import io.streamsmonitor.agents.logs.LogReading;
import io.streamsmonitor.agents.logs.ProblemLine;
import io.streamsmonitor.agents.logs.ProblemList;
import io.streamsmonitor.cli.config.ConfigError;
import io.streamsmonitor.cli.console.Ink;
import io.streamsmonitor.core.clock.WallClock;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.core.rule.Thresholds;
import io.streamsmonitor.core.session.OfflineSession;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.core.workspace.Workspace;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.format.ReportFormat;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The Log Watcher over files that are already there. */
@Command(
    name = "logs",
    description = "Read log files and say what went wrong in them, each fault once.",
    footer = {
      "",
      "A service is named after its file. Exit codes: 0 read · 1 --fail-on reached · 2 no such",
      "file, or wrong usage · 4 a file could not be read to its end"
    })
public final class LogsVerb implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files, folders or globs, .gz too; - is standard input.")
  private List<String> files = List.of();

  @Option(names = "--json", description = "One JSON document on stdout, all else on stderr.")
  private boolean json;

  @Option(
      names = "--problems",
      description = "Every problem line and every line with a secret, as grep -n has it.")
  private boolean problems;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "md,html,json,ndjson,sarif,junit,github,prometheus")
  private @Nullable String format;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit 1 when a finding is this bad or worse.")
  private @Nullable Severity failOn;

  @Option(names = "--unredacted", description = "Leave secrets in evidence. Think twice.")
  private boolean unredacted;

  @Override
  public Integer call() throws ConfigError, IOException {
    Instant now;
    try (WallClock clock = new WallClock()) {
      now = clock.now();
    }
    Set<ReportFormat> formats = formats();
    List<LogInput> inputs = LogFiles.find(files, now);
    return problems ? list(inputs) : findings(inputs, formats, now);
  }

  private Set<ReportFormat> formats() throws ConfigError {
    try {
      return format == null ? EnumSet.noneOf(ReportFormat.class) : ReportFormat.parse(format);
    } catch (IllegalArgumentException e) {
      throw new ConfigError("--format: " + e.getMessage());
    }
  }

  private int findings(List<LogInput> inputs, Set<ReportFormat> formats, Instant now)
      throws IOException {
    Path folder = Files.createTempDirectory("monitor-logs");
    Redactor redactor = unredacted ? Redactor.NONE : new Secrets();
    try (OfflineSession session =
        new OfflineSession(
            new Workspace(folder), now, Duration.ofSeconds(1), redactor, List.of())) {
      session.start(() -> new LogReading(Thresholds.DEFAULT, inputs, new Secrets()));
      session.finish();
      Collection<Finding> found = session.feed().all();
      if (json || !formats.isEmpty()) {
        SessionRecord record = session.complete();
        FindingsOutput.print(SessionResult.of(record), json, formats, Map.of(), System.out);
      } else {
        FindingsOutput.print(found, System.out);
      }
      return exit(found);
    } finally {
      delete(folder);
    }
  }

  private int exit(Collection<Finding> found) {
    List<Finding> unread =
        found.stream().filter(f -> f.ruleId().equals(LogReading.NOT_READ.id())).toList();
    unread.forEach(f -> System.err.println("monitor: " + Ink.plain(f.evidence())));
    if (!unread.isEmpty()) {
      return ExitCode.INCOMPLETE;
    }
    boolean failed =
        failOn != null
            && found.stream().anyMatch(f -> f.open() && f.severity().compareTo(failOn) <= 0);
    return failed ? ExitCode.GATE_FAILED : ExitCode.OK;
  }

  private static int list(List<LogInput> inputs) {
    int exit = ExitCode.OK;
    PrintStream out =
        new PrintStream(
            new java.io.BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 13),
            false,
            StandardCharsets.UTF_8);
    ProblemList list = new ProblemList(new Secrets(), line -> out.println(text(line)));
    for (LogInput input : inputs) {
      try {
        list.read(input);
      } catch (IOException e) {
        System.err.println("monitor: " + Ink.plain(input.name() + ": " + e.getMessage()));
        exit = ExitCode.INCOMPLETE;
      }
      out.flush();
    }
    return exit;
  }

  private static String text(ProblemLine line) {
    return Ink.plain(line.file())
        + ":"
        + line.line()
        + ": "
        + line.severity()
        + " "
        + line.category()
        + " "
        + line.ruleId();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
