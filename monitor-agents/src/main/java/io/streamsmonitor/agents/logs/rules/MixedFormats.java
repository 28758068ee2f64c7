package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.parse.LineFormat;
import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.window.FormatShares;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.agents.logs.window.ServiceLog;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** One service writes lines in more than one format. */
@AutoService(LogRule.class)
public final class MixedFormats implements LogRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.mixed-formats",
          "DOC_DRIFT",
          Severity.LOW,
          "A service writes lines in more than one format",
          "A line that is not in the service's own format has no level, time or correlation id a machine can read; stack"
              + " traces and what a runtime prints do not count.",
          "Send every line through the one structured logger; replace System.out, console.log and print.");

  private static final int FEW = 3;
  private static final double SHARE = 0.02;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LogWindow window, Consumer<Draft> out) {
    for (ServiceLog service : window.services()) {
      FormatShares formats = service.formats();
      for (LineFormat format : LineFormat.values()) {
        boolean second =
            format != formats.main()
                && formats.lines(format) >= FEW
                && formats.share(format) >= SHARE;
        LogEvent example = formats.example(format);
        if (second && example != null && formats.lines(formats.main()) >= FEW) {
          out.accept(
              LogDraft.quoting(Draft.of(INFO), example)
                  .service(service.name())
                  .occurrences(1)
                  .title(
                      service.name()
                          + " writes both "
                          + formats.main().words()
                          + " and "
                          + format.words()
                          + ", about "
                          + about(formats.share(format))
                          + " %")
                  .qualifier(format.name())
                  .detail("pattern", formats.words())
                  .detail("formats", formats.words())
                  .hypothesis(
                      "Some statements of "
                          + service.name()
                          + " bypass its logger: "
                          + formats.words()
                          + "."));
        }
      }
    }
  }

  /** In steps of five, so that a finding is not renewed with every line. */
  private static long about(double share) {
    return Math.max(5, Math.round(share * 20) * 5);
  }
}
