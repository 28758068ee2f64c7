package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.agents.StaticScan;
import io.streamsmonitor.cli.config.ConfigError;
import io.streamsmonitor.cli.config.MonitorConfig.GatePart;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.core.workspace.Workspace;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.format.ReportFormat;
import io.streamsmonitor.report.format.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Code, configuration and documents alone: no Redis, no services. */
@Command(
    name = "scan",
    description = "Judge code, configuration and docs; needs no Redis and no monitor.yml.")
public final class ScanVerb implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR",
      arity = "0..*",
      description = "Folders or files; default: here. Paths in findings start there.")
  private List<Path> folders = List.of();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Default: the monitor.yml in DIR, if there.")
  private @Nullable Path config;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      description = "Keep the session folder, and what was read, there; else nothing is left.")
  private @Nullable Path workspace;

  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--asyncapi",
      description = "Print who writes and reads which stream, as AsyncAPI 3, instead.")
  private boolean asyncApi;

  @Override
  public Integer call() throws ConfigError, IOException {
    ScanTarget target =
        ScanTarget.of(folders.isEmpty() ? List.of(Path.of("")) : folders, config, System::getenv);
    Set<ReportFormat> wanted = output.wanted();
    GatePart gate = output.over(target.config().gate());
    try (SessionPlace place = SessionPlace.of(workspace)) {
      Workspace session = new Workspace(place.folder());
      StaticScan.Outcome outcome =
          new StaticScan(target.scope(), new Secrets(), target.config().suppress(), cache(target))
              .run(session, start());
      SessionResult result = SessionResult.of(outcome.session());
      if (place.kept()) {
        String files = String.join(",", target.config().formats());
        Reports.write(result, session, ReportFormat.parse(files))
            .values()
            .forEach(file -> System.err.println("report   " + file));
      }
      if (asyncApi) {
        System.out.println(Json.pretty(outcome.asyncApi()));
      } else {
        FindingsOutput.print(
            result, output.json, wanted, Map.of("facts", outcome.facts()), System.out);
      }
      boolean passed = GateOf.of(gate, target.config().base()).check(result).passed();
      return passed ? ExitCode.OK : ExitCode.GATE_FAILED;
    }
  }

  /** In the session folder, where there is one: a scan leaves nothing behind by itself. */
  private @Nullable Path cache(ScanTarget target) {
    if (workspace != null) {
      return new Workspace(workspace.toAbsolutePath().normalize()).cache();
    }
    Path usual = target.config().session().workspace();
    return Files.isDirectory(usual) ? new Workspace(usual).cache() : null;
  }

  /** Now, or the time that reproducible builds agree on. */
  private static Instant start() throws ConfigError {
    String epoch = System.getenv("SOURCE_DATE_EPOCH");
    try {
      return epoch == null
          ? Instant.now().truncatedTo(ChronoUnit.SECONDS)
          : Instant.ofEpochSecond(Long.parseLong(epoch.strip()));
    } catch (NumberFormatException e) {
      throw new ConfigError("SOURCE_DATE_EPOCH: \"" + epoch + "\" is no number of seconds");
    }
  }
}
