package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.agents.logs.window.Sighting;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.function.Consumer;

/** A failure or warning that was usual comes much more often. */
@AutoService(LogRule.class)
public final class RateJump implements LogRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.rate-jump",
          "ANOMALY",
          Severity.MEDIUM,
          "A warning or failure comes much more often than before",
          "Twenty or more in a minute, and five times the rate of the session's own first two minutes: what was noise has"
              + " become a fault.",
          "Compare what changed at that time: load, a deployment, or a dependency that slows down.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LogWindow window, Consumer<Draft> out) {
    for (SightingKind kind : List.of(SightingKind.PROBLEM, SightingKind.WARNED)) {
      for (Sighting sighting : window.touched(kind)) {
        boolean jumped = sighting.occurrences().rate().jumped();
        if (jumped && !sighting.occurrences().storm()) {
          out.accept(draft(sighting));
        }
      }
    }
  }

  private static Draft draft(Sighting sighting) {
    String words = sighting.occurrences().rate().words();
    return LogDraft.of(INFO, sighting)
        .title(sighting.service() + " says far more often: " + LogDraft.title(sighting))
        .detail("pattern", "repeating: " + words)
        .hypothesis("What causes it has grown: " + words + ".");
  }
}
