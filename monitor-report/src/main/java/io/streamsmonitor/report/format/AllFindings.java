package io.streamsmonitor.report.format;

import io.streamsmonitor.core.finding.FindingJson;
import io.streamsmonitor.report.SessionResult;
import java.util.stream.Collectors;

/** all-findings.json: every finding with every field, worst first, then oldest first. */
public final class AllFindings {
  private AllFindings() {}

  public static String of(SessionResult result) {
    return result.session().findings().stream()
        .map(FindingJson::fields)
        .map(JsonText::line)
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }
}
