package io.streamsmonitor.report.format;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.FindingJson;
import io.streamsmonitor.report.SessionResult;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;

/** One JSON object a line: the session with its summary, then every finding, worst first. */
public final class NdjsonReport {
  private NdjsonReport() {}

  public static String of(SessionResult result) {
    return JsonText.text(out -> write(result, out));
  }

  static void write(SessionResult result, Writer out) throws IOException {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("type", "session");
    head.putAll(JsonReport.session(result));
    head.put("summary", JsonSummary.of(result));
    JsonText.line(head, out);
    out.write('\n');
    for (Finding f : result.session().findings()) {
      JsonText.line(FindingJson.fields(f), out);
      out.write('\n');
    }
  }
}
