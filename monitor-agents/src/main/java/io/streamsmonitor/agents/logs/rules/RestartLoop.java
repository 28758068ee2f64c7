package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.agents.logs.window.ServiceLog;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** A service starts again and again. */
@AutoService(LogRule.class)
public final class RestartLoop implements LogRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.restart-loop",
          "CRASH",
          Severity.HIGH,
          "A service starts again and again",
          "Two service.started, the same start-up line three times, or twice with a crash between, within one session.",
          "Find what ends it right after its start: the last lines before each start say it.");

  private static final int STARTED = 2;
  private static final int BANNERS = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LogWindow window, Consumer<Draft> out) {
    for (ServiceLog service : window.services()) {
      List<LogEvent> announced = service.starts().announced();
      List<LogEvent> banners = service.starts().mostRepeated();
      boolean crashed = service.exits().stream().anyMatch(e -> !e.expected());
      int needed = crashed ? BANNERS - 1 : BANNERS;
      if (announced.size() >= STARTED) {
        out.accept(loop(service, announced));
      } else if (banners.size() >= needed) {
        out.accept(loop(service, banners));
      } else if (window.live() && service.replacements() >= needed - 1) {
        out.accept(replaced(service));
      }
    }
  }

  private static Draft replaced(ServiceLog service) {
    int times = service.replacements();
    return LogDraft.quoting(Draft.of(INFO), Objects.requireNonNull(service.lastLine()))
        .service(service.name())
        .title(service.name() + "'s process was replaced " + times + " times")
        .occurrences(times)
        .detail("pattern", "repeating: " + times + " new process ids")
        .hypothesis(service.name() + " dies and is started again, without a word of either.");
  }

  private static Draft loop(ServiceLog service, List<LogEvent> starts) {
    LogEvent last = starts.get(starts.size() - 1);
    return LogDraft.quoting(Draft.of(INFO), last)
        .correlationId(null)
        .service(service.name())
        .severity(starts.size() >= BANNERS ? Severity.CRITICAL : Severity.HIGH)
        .title(service.name() + " started " + starts.size() + " times")
        .occurrences(starts.size())
        .detail("pattern", "repeating: " + starts.size() + " starts")
        .hypothesis(
            service.name()
                + " crashes after its start and is started again, or is deployed during the session.")
        .recommendation(
            "Read the lines of "
                + service.name()
                + " before each start for what ended it, and back off between restarts.");
  }
}
