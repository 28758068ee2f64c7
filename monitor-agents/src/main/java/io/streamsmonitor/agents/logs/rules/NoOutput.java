package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.agents.logs.window.ServiceLog;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.time.Duration;
import java.util.function.Consumer;

/** A service writes nothing at all while others work. */
@AutoService(LogRule.class)
public final class NoOutput implements LogRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.no-output",
          "ANOMALY",
          Severity.MEDIUM,
          "A service writes nothing while others are active",
          "Not one line within the silence threshold (30 s) of an active fleet: nobody can tell whether it works.",
          "Let the service log its start, its shutdown and its failures; check that its output is captured.");

  /** Lines of others that make a period an active one. */
  private static final int ACTIVE_LINES = 20;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LogWindow window, Consumer<Draft> out) {
    Duration watched = Duration.between(window.opened(), window.now());
    boolean active =
        window.lines() >= ACTIVE_LINES && watched.compareTo(window.thresholds().silence()) > 0;
    if (!window.live() || !active) {
      return;
    }
    for (ServiceLog service : window.services()) {
      Draft draft = Draft.of(INFO).service(service.name());
      if (service.lines() > 0) {
        out.accept(draft.resolved("it has written its first line"));
      } else if (service.exits().isEmpty()) {
        out.accept(
            draft
                .title(service.name() + " writes nothing while others are active")
                .occurrences(1)
                .detail("pattern", "no line since the session began")
                .evidence("0 lines of " + service.name() + " since " + window.opened())
                .hypothesis(
                    service.name()
                        + " hangs before its first line, logs to a file that is not followed, or not at all.")
                .recommendation(
                    "Name its log files under `logs:` in monitor.yml, or let it log its start and its work."));
      }
    }
  }
}
