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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

  @Option(names = "--redis", paramLabel = "URL", description = "Default: redis://127.0.0.1:6379.")
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

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit 1 when a finding is this bad or worse: none, critical, high, …")
  private @Nullable String failOn;

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      description = "md,html,json,ndjson,sarif,junit,github,prometheus: on stdout instead.")
  private List<String> formats = List.of();

  @Option(names = "--json", description = "One JSON document on stdout, all else on stderr.")
  private boolean json;

  @Option(names = "--quiet", description = "Say nothing but the result.")
  private boolean quiet;

  @Override
  public Integer call() throws ConfigError, IOException {
    Set<ReportFormat> wanted = wanted();
    Path kept = workspace;
    Path folder = kept == null ? Files.createTempDirectory("monitor-streams") : kept;
    try {
      return watch(folder.toAbsolutePath().normalize(), wanted, kept != null);
    } finally {
      if (kept == null) {
        delete(folder);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private int watch(Path folder, Set<ReportFormat> wanted, boolean keep)
      throws ConfigError, IOException {
    SessionOptions options = options(folder);
    MonitorConfig settings = alone(options.resolve(System::getenv));
    SessionEnd end = new SessionRun(settings, options, System.err).watch();
    if (end == null) {
      return ExitCode.PREFLIGHT;
    }
    SessionResult result = SessionResult.of(SessionRecord.read(folder));
    GateResult gate = GateOf.config(settings).check(result);
    if (end != SessionEnd.COMPLETE) {
      System.err.println(
          "monitor: " + Ink.plain(result.session().env().getOrDefault("END_REASON", "")));
    }
    if (keep) {
      Set<ReportFormat> files = ReportFormat.parse(String.join(",", settings.formats()));
      Reports.write(result, result.session().workspace(), files)
          .values()
          .forEach(file -> System.err.println("report   " + file));
    }
    if (!json && wanted.isEmpty() && end != SessionEnd.PREFLIGHT_FAILED) {
      StreamLines.of(result).forEach(System.out::println);
    }
    if (json || end != SessionEnd.PREFLIGHT_FAILED) {
      FindingsOutput.print(result, json, wanted, Map.of(), System.out);
    }
    return SessionRun.exitCode(end, gate);
  }

  private Set<ReportFormat> wanted() throws ConfigError {
    try {
      return formats.isEmpty() ? Set.of() : ReportFormat.parse(String.join(",", formats));
    } catch (IllegalArgumentException e) {
      throw new ConfigError("--format: " + e.getMessage());
    }
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
    options.failOn = failOn;
    options.profile = profile;
    options.json = true;
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
