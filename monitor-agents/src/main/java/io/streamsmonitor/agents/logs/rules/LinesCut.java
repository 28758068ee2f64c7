package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.agents.logs.window.ServiceLog;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** Lines so long that only their head and tail were looked at. */
@AutoService(LogRule.class)
public final class LinesCut implements LogRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.lines-cut",
          "COVERAGE_GAP",
          Severity.INFO,
          "Lines were too long to be read whole",
          "The middle of an over-long line was kept in the log and not searched: what it says is unseen.",
          "Log a reference instead of whole payloads.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LogWindow window, Consumer<Draft> out) {
    for (ServiceLog service : window.services()) {
      if (service.cutLines() > 0) {
        out.accept(
            Draft.of(INFO)
                .service(service.name())
                .occurrences(service.cutLines())
                .detail("pattern", service.cutLines() + " lines, " + service.cutBytes() + " bytes")
                .evidence(
                    service.cutBytes()
                        + " bytes of "
                        + service.cutLines()
                        + " lines were not searched")
                .hypothesis("Whole payloads or dumps are logged on one line."));
      }
    }
  }
}
