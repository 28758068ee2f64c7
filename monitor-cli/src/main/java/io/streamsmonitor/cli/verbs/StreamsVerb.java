package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.cli.config.ConfigError;
import io.streamsmonitor.cli.config.MonitorConfig;
import io.streamsmonitor.cli.console.Ink;
import io.streamsmonitor.core.fleet.FleetSpec;
import io.streamsmonitor.core.session.SessionEnd;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.report.GateResult;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.format.ReportFormat;
import io.streamsmonitor.report.format.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The Stream Analyst alone, on a Redis that is there: nothing is started, stopped or written. */
@Command(
    name = "streams",
    description = "Look at the streams of a Redis: true lags, stuck messages, dead consumers.")
public final class StreamsVerb implements Callable<Integer> {
  @Option(names = "--once", description = "One look, and what it proves.")
  private boolean once;

  @Option(
      names = "--duration",
      paramLabel = "10m",
      converter = SessionOptions.DurationConverter.class,
      description = "Watch so long.")
  private @Nullable Duration duration;

  @Option(
      names = "--redis",
      paramLabel = "URL",
      description =
          "Default: redis://127.0.0.1:6379; or redis-sentinel://host:port/master, or"
              + " redis-cluster://host:port.")
  private @Nullable String redis;

  @Option(
      names = "--poll",
      paramLabel = "15s",
      converter = SessionOptions.DurationConverter.class,
      description = "Time between two looks.")
  private @Nullable Duration poll;

  @Option(names = "--profile", paramLabel = "smart|strict", description = "How rules are taken.")
  private @Nullable String profile;

  @Option(names = "--config", paramLabel = "FILE", description = "Default: monitor.yml, if there.")
  private @Nullable Path config;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      description = "Keep the session folder there; otherwise nothing is left behind.")
  private @Nullable Path workspace;

  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--quiet", description = "Say nothing but the result.")
  private boolean quiet;

  @Override
  public Integer call() throws ConfigError, IOException {
    Set<ReportFormat> wanted = output.wanted();
    try (SessionPlace place = SessionPlace.of(workspace)) {
      return watch(place, wanted);
    }
  }

  private int watch(SessionPlace place, Set<ReportFormat> wanted) throws ConfigError, IOException {
    SessionOptions options = options(place.folder());
    MonitorConfig settings = alone(options.resolve(System::getenv));
    SessionEnd end = new SessionRun(settings, options, System.err).watch();
    if (end == null) {
      return ExitCode.PREFLIGHT;
    }
    SessionResult result = SessionResult.of(SessionRecord.read(place.folder()));
    GateResult gate = GateOf.config(settings).check(result);
    if (end != SessionEnd.COMPLETE) {
      System.err.println(
          "monitor: " + Ink.plain(result.session().env().getOrDefault("END_REASON", "")));
    }
    if (place.kept()) {
      Set<ReportFormat> files = ReportFormat.parse(String.join(",", settings.formats()));
      Reports.write(result, result.session().workspace(), files)
          .values()
          .forEach(file -> System.err.println("report   " + file));
    }
    if (!output.json && wanted.isEmpty() && end != SessionEnd.PREFLIGHT_FAILED) {
      StreamLines.of(result).forEach(System.out::println);
    }
    if (output.json || end != SessionEnd.PREFLIGHT_FAILED) {
      FindingsOutput.print(result, output.json, wanted, Map.of(), System.out);
    }
    return SessionRun.exitCode(end, gate);
  }

  private SessionOptions options(Path folder) throws ConfigError {
    if (once && duration != null) {
      throw new ConfigError("--once and --duration exclude each other");
    }
    SessionOptions options = new SessionOptions();
    options.config = config;
    options.duration = once ? Duration.ZERO : duration;
    options.workspace = folder;
    options.redis = redis;
    options.poll = poll;
    options.attach = true;
    options.only = List.of("stream-analyst");
    options.output.failOn = output.failOn;
    options.profile = profile;
    options.output.json = true;
    options.quiet = quiet || once;
    return options;
  }

  /** No services, and code only where monitor.yml says which. */
  private MonitorConfig alone(MonitorConfig c) {
    boolean told = config != null || Files.exists(Path.of("monitor.yml"));
    return new MonitorConfig(
        c.base(),
        c.session(),
        c.redis(),
        new FleetSpec(c.base(), List.of(), List.of(), List.of(), Map.of(), true),
        told ? c.sources() : List.of(),
        told ? c.docs() : List.of(),
        c.thresholds(),
        c.gate(),
        c.suppress(),
        c.redact(),
        c.logPatterns(),
        c.formats());
  }
}
