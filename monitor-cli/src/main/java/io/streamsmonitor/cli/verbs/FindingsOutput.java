package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.cli.console.Ink;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.report.FindingCounts;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.format.JsonReport;
import io.streamsmonitor.report.format.ReportFormat;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a verb that finds something prints: lines for people, or one document on stdout. */
final class FindingsOutput {
  private FindingsOutput() {}

  /**
   * Prints every open finding, worst first, and the counts.
   *
   * @param json the JSON document instead
   * @param formats of which the first is printed instead of lines; empty for lines
   * @param more top-level fields of the JSON document beside session, findings and summary
   */
  static void print(
      SessionResult result,
      boolean json,
      Set<ReportFormat> formats,
      Map<String, ?> more,
      PrintStream out) {
    if (json || formats.contains(ReportFormat.JSON)) {
      out.println(JsonReport.of(result, more));
    } else if (!formats.isEmpty()) {
      formats.forEach(format -> out.println(format.render(result)));
    } else {
      print(result.session().findings(), out);
    }
  }

  /** Prints every open finding, worst first, and the counts. */
  static void print(Collection<Finding> findings, PrintStream out) {
    findings.stream()
        .filter(Finding::open)
        .sorted(SessionRecord.ORDER)
        .forEach(finding -> out.println(line(finding)));
    out.println(counts(FindingCounts.of(findings)));
  }

  /** {@code file:line: SEVERITY CATEGORY rule title}, as compilers print. */
  private static String line(Finding f) {
    Location at = f.locations().isEmpty() ? null : f.locations().get(0);
    String place = at == null ? "" : Ink.plain(at.file()) + ":" + at.line() + ": ";
    return place
        + f.severity()
        + " "
        + f.category()
        + " "
        + f.ruleId()
        + "  "
        + Ink.plain(f.title());
  }

  private static String counts(FindingCounts counts) {
    return counts.open()
        + (counts.open() == 1 ? " finding" : " findings")
        + counts.bySeverity().entrySet().stream()
            .filter(e -> e.getValue() > 0)
            .map(e -> e.getValue() + " " + e.getKey().toString().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", ", counts.open() == 0 ? "" : ": ", ""));
  }
}
