package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.agents.logs.window.ServiceLog;
import io.streamsmonitor.agents.logs.window.TimeOrder;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** Times in a service's lines go back. */
@AutoService(LogRule.class)
public final class TimestampDisorder implements LogRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.out-of-order",
          "ANOMALY",
          Severity.MEDIUM,
          "Times in a log go back",
          "More than a second back: threads that log at once differ by milliseconds, a clock that was set or a buffer that"
              + " was held back by seconds. Every timeline built on this log is wrong there.",
          "Take the time when the event happens and flush per line; let NTP slew the clock instead of stepping it.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LogWindow window, Consumer<Draft> out) {
    for (ServiceLog service : window.services()) {
      TimeOrder order = service.order();
      LogEvent earlier = order.earlier();
      if (earlier == null) {
        continue;
      }
      LogEvent later = order.later();
      Draft draft = LogDraft.quoting(Draft.of(INFO), earlier);
      out.accept(
          draft
              .evidence((later == null ? "" : later.raw().text() + "\n") + earlier.raw().text())
              .service(service.name())
              .occurrences(order.steps())
              .title(
                  service.name()
                      + ": times in its log go back by up to "
                      + order.largest().toMillis()
                      + " ms")
              .detail(
                  "pattern",
                  order.steps() + " times, at most " + order.largest().toMillis() + " ms")
              .detail("backwardsMs", order.largest().toMillis())
              .hypothesis(
                  "The clock was set back, several processes write one log, or lines are buffered."));
    }
  }
}
