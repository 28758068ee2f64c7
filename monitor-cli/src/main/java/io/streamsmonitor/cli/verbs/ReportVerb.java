package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.cli.config.ConfigError;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.format.ReportFormat;
import io.streamsmonitor.report.format.Reports;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the reports of a finished session again; needs no Redis. */
@Command(
    name = "report",
    description = {
      "Write the reports of a session again, from its folder alone: finished,",
      "interrupted or killed. Prints where they stand."
    })
public final class ReportVerb implements Callable<Integer> {
  @Mixin private SessionArgument session = new SessionArgument();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "md,html,json",
      description =
          "md,html,json,ndjson,sarif,junit,github,prometheus; several with commas. Default"
              + " md,html,json.")
  private String formats = "md,html,json";

  @Override
  public Integer call() throws ConfigError, IOException {
    Set<ReportFormat> wanted = wanted();
    SessionResult result = SessionResult.of(session.read());
    Reports.write(result, result.session().workspace(), wanted)
        .forEach((format, file) -> System.out.println(file));
    return ExitCode.OK;
  }

  private Set<ReportFormat> wanted() throws ConfigError {
    try {
      return ReportFormat.parse(formats);
    } catch (IllegalArgumentException e) {
      throw new ConfigError("--format: " + e.getMessage());
    }
  }
}
