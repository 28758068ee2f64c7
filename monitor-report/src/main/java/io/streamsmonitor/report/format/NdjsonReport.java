package io.streamsmonitor.report.format;

import io.streamsmonitor.report.SessionResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One JSON object a line: the session with its summary, then every finding, worst first. */
public final class NdjsonReport {
  private NdjsonReport() {}

  public static String of(SessionResult result) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("type", "session");
    head.putAll(JsonReport.session(result));
    head.put("summary", JsonSummary.of(result));
    return JsonText.line(head)
        + "\n"
        + result.session().findings().stream()
            .map(finding -> JsonReport.line(finding) + "\n")
            .collect(Collectors.joining());
  }
}
