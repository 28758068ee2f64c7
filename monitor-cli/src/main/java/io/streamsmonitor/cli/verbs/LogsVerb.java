package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.agents.logs.LogInput;
import io.streamsmonitor.agents.logs.LogReading;
import io.streamsmonitor.agents.logs.ProblemLine;
import io.streamsmonitor.agents.logs.ProblemList;
import io.streamsmonitor.cli.config.ConfigError;
import io.streamsmonitor.cli.config.MonitorConfig;
import io.streamsmonitor.cli.config.MonitorConfig.GatePart;
import io.streamsmonitor.cli.config.MonitorConfigReader;
import io.streamsmonitor.cli.console.Ink;
import io.streamsmonitor.core.clock.WallClock;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.redact.Secrets;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Whose log-patterns, redact, thresholds, gate and suppress count. Default: monitor.yml, if there.")
  private @Nullable Path config;

  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--problems",
      description = "Every problem line and every line with a secret, as grep -n has it.")
  private boolean problems;

  @Option(names = "--unredacted", description = "Leave secrets in evidence. Think twice.")
  private boolean unredacted;

  @Override
  public Integer call() throws ConfigError, IOException {
    Instant now;
    try (WallClock clock = new WallClock()) {
      now = clock.now();
    }
    Set<ReportFormat> formats = output.wanted();
    MonitorConfig settings = settings();
    GatePart gate = output.over(settings.gate());
    List<LogInput> inputs = LogFiles.find(files, now);
    return problems
        ? list(inputs, secrets(settings))
        : findings(inputs, settings, formats, gate.failOn(), now);
  }

  private MonitorConfig settings() throws ConfigError {
    Path usual = Path.of("monitor.yml");
    if (config == null && !Files.exists(usual)) {
      return MonitorConfigReader.defaults(Path.of(""));
    }
    return MonitorConfigReader.read(config == null ? usual : config, System::getenv);
  }

  private static Secrets secrets(MonitorConfig settings) {
    return new Secrets(List.copyOf(settings.redact()));
  }

  private int findings(
      List<LogInput> inputs,
      MonitorConfig settings,
      Set<ReportFormat> formats,
      @Nullable Severity failOn,
      Instant now)
      throws IOException {
    Redactor redactor = unredacted ? Redactor.NONE : secrets(settings);
    try (SessionPlace place = SessionPlace.of(null);
        OfflineSession session =
            new OfflineSession(
                new Workspace(place.folder()),
                now,
                Duration.ofSeconds(1),
                redactor,
                settings.suppress())) {
      session.start(
          () ->
              new LogReading(
                  settings.thresholds(), inputs, secrets(settings), settings.logPatterns()));
      session.finish();
      Collection<Finding> found = session.feed().all();
      if (output.json || !formats.isEmpty()) {
        SessionRecord record = session.complete();
        FindingsOutput.print(SessionResult.of(record), output.json, formats, Map.of(), System.out);
      } else {
        FindingsOutput.print(found, System.out);
      }
      return exit(found, failOn);
    }
  }

  private static int exit(Collection<Finding> found, @Nullable Severity failOn) {
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

  private static int list(List<LogInput> inputs, Secrets secrets) {
    int exit = ExitCode.OK;
    PrintStream out =
        new PrintStream(
            new java.io.BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 13),
            false,
            StandardCharsets.UTF_8);
    ProblemList list = new ProblemList(secrets, line -> out.println(text(line)));
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
}
