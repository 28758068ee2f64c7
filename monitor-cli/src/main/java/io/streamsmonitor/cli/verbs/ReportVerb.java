package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.cli.config.ConfigError;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.format.ReportFormat;
import io.streamsmonitor.report.format.Reports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the reports of a finished session again; needs no Redis. */
@Command(name = "report", description = "Write the reports of a session again, from its folder.")
public final class ReportVerb implements Callable<Integer> {
  @Parameters(
      paramLabel = "SESSION",
      arity = "0..1",
      defaultValue = "monitor-session",
      description = "The session folder; default monitor-session.")
  private Path folder = Path.of("monitor-session");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "md,html,json",
      description = "md,html,json,ndjson,sarif,junit,github,prometheus")
  private String formats = "md,html,json";

  @Override
  public Integer call() throws ConfigError {
    Set<ReportFormat> wanted = wanted();
    try {
      SessionResult result = SessionResult.of(SessionRecord.read(folder));
      Reports.write(result, result.session().workspace(), wanted)
          .forEach((format, file) -> System.out.println(file));
      return ExitCode.OK;
    } catch (IOException e) {
      System.err.println("monitor: " + e.getMessage());
      return ExitCode.USAGE;
    }
  }

  private Set<ReportFormat> wanted() throws ConfigError {
    try {
      return ReportFormat.parse(formats);
    } catch (IllegalArgumentException e) {
      throw new ConfigError("--format: " + e.getMessage());
    }
  }
}
