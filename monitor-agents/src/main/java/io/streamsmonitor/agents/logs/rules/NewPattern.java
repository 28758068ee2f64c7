package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.agents.logs.window.Rate;
import io.streamsmonitor.agents.logs.window.Sighting;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** A service says something it did not say in the first part of the session. */
@AutoService(LogRule.class)
public final class NewPattern implements LogRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.new-pattern",
          "ANOMALY",
          Severity.INFO,
          "A service says something new",
          "The first two minutes of a session show what a service usually says; a warning, or a line from a service of few"
              + " words, that comes for the first time later marks where something changed.",
          "Look at what happened at that time: a fault that names no failure begins like this.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LogWindow window, Consumer<Draft> out) {
    if (!window.live()) {
      return;
    }
    for (Sighting sighting : window.touched(SightingKind.NOVEL)) {
      out.accept(draft(sighting, Severity.INFO));
    }
    for (Sighting sighting : window.touched(SightingKind.WARNED)) {
      if (!sighting.firstSeen().isBefore(window.opened().plus(Rate.BASELINE))) {
        out.accept(draft(sighting, Severity.LOW));
      }
    }
  }

  private static Draft draft(Sighting sighting, Severity severity) {
    return LogDraft.of(INFO, sighting)
        .severity(severity)
        .title(sighting.service() + " says something new: " + LogDraft.title(sighting))
        .hypothesis("Something began at " + sighting.firstSeen() + " that had not been before.");
  }
}
