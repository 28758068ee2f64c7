package io.streamsmonitor.report.format;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.FindingJson;
import io.streamsmonitor.report.SessionResult;
import java.io.IOException;
import java.io.Writer;

/** all-findings.json: every finding with every field, worst first, then oldest first. */
public final class AllFindings {
  private AllFindings() {}

  /** One finding a line, so that a search in the file shows the whole of it. */
  public static void write(SessionResult result, Writer out) throws IOException {
    String before = "[\n";
    for (Finding f : result.session().findings()) {
      out.write(before);
      JsonText.line(FindingJson.fields(f), out);
      before = ",\n";
    }
    out.write(before.equals("[\n") ? "[\n\n]\n" : "\n]\n");
  }
}
