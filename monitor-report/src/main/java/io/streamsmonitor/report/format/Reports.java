package io.streamsmonitor.report.format;

import io.streamsmonitor.core.workspace.Files0600;
import io.streamsmonitor.core.workspace.Workspace;
import io.streamsmonitor.report.SessionResult;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Writes a session's reports into its folder. */
public final class Reports {
  private Reports() {}

  /**
   * Writes {@code REPORT_<id>.<extension>} for each format, and all-findings.json.
   *
   * @return where each report stands
   * @throws java.io.UncheckedIOException when a file cannot be written
   */
  public static Map<ReportFormat, Path> write(
      SessionResult result, Workspace workspace, Set<ReportFormat> formats) {
    Files0600.write(workspace.allFindings(), out -> AllFindings.write(result, out));
    Map<ReportFormat, Path> written = new EnumMap<>(ReportFormat.class);
    for (ReportFormat format : formats) {
      Path file = workspace.report(result.id(), format.extension());
      Files0600.write(file, out -> format.write(result, out));
      written.put(format, file);
    }
    return written;
  }
}
