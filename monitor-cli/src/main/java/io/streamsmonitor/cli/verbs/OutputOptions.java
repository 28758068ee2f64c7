package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.cli.config.ConfigError;
import io.streamsmonitor.cli.config.MonitorConfig.GatePart;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.report.format.ReportFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags of every verb that finds something: how it is said, and what fails. */
public final class OutputOptions {
  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit 1 when a finding is this bad or worse: none, critical, high, …")
  @Nullable String failOn;

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      description =
          "md,html,json,ndjson,sarif,junit,github,prometheus: the files of a session's report; on"
              + " stdout where a verb leaves no session.")
  List<String> formats = List.of();

  @Option(names = "--json", description = "One JSON document on stdout, all else on stderr.")
  boolean json;

  /** The formats of --format; empty where the flag is not given. */
  Set<ReportFormat> wanted() throws ConfigError {
    try {
      return formats.isEmpty() ? Set.of() : ReportFormat.parse(String.join(",", formats));
    } catch (IllegalArgumentException e) {
      throw new ConfigError("--format: " + e.getMessage());
    }
  }

  /** The gate of the file, with --fail-on laid over it. */
  GatePart over(GatePart file) throws ConfigError {
    return failOn == null ? file : new GatePart(worst(failOn), file.newOnly(), file.max());
  }

  private static @Nullable Severity worst(String word) throws ConfigError {
    if (word.equalsIgnoreCase("none")) {
      return null;
    }
    try {
      return SessionOptions.choice(Severity.class, "--fail-on", word);
    } catch (ConfigError e) {
      throw new ConfigError(e.getMessage() + ", none");
    }
  }
}
