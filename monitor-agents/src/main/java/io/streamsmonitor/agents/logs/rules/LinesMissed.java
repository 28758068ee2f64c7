package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.follow.LogGap;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A followed file was truncated or could not be read: some of it may be unseen. */
@AutoService(LogRule.class)
public final class LinesMissed implements LogRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.lines-missed",
          "COVERAGE_GAP",
          Severity.MEDIUM,
          "Lines of a log file may have been missed",
          "A file that is copied and truncated loses what is written between the two; nobody who follows it can see that.",
          "Rotate by renaming (logrotate without copytruncate, or the logger's own rolling), and let the service reopen its file.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LogWindow window, Consumer<Draft> out) {
    Map<String, LogGap> last = new LinkedHashMap<>();
    Map<String, Integer> count = new LinkedHashMap<>();
    for (LogGap gap : window.gaps()) {
      String key = gap.service() + "\u0001" + gap.file();
      last.put(key, gap);
      count.merge(key, 1, Integer::sum);
    }
    last.forEach((key, gap) -> out.accept(draft(gap, count.getOrDefault(key, 1))));
  }

  private static Draft draft(LogGap gap, int times) {
    return Draft.of(INFO)
        .service(gap.service())
        .qualifier(gap.file())
        .title("Lines of " + gap.service() + " may have been missed in " + gap.file())
        .observedAt(gap.at())
        .occurrences(times)
        .evidence(gap.file() + " " + gap.what())
        .detail("pattern", times == 1 ? "one-off" : "repeating: " + times + " times")
        .detail("offset", gap.offset())
        .hypothesis("The file " + gap.what() + ".");
  }
}
