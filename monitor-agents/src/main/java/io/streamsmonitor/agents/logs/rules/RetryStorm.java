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

/** The same failure again and again within seconds, denser than before. */
@AutoService(LogRule.class)
public final class RetryStorm implements LogRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.retry-storm",
          "RETRY_STORM",
          Severity.HIGH,
          "A failure repeats in a storm",
          "Ten failures of one template within the repeat window (5 s), and three times the usual rate: 14 of 16 real"
              + " systems repeat identical lines when healthy, so that repetition alone says nothing.",
          "Retry with exponential back-off and jitter, give up after a few attempts, and open a circuit breaker.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LogWindow window, Consumer<Draft> out) {
    for (SightingKind kind : List.of(SightingKind.PROBLEM, SightingKind.RETRIED)) {
      storms(window, kind, out);
    }
  }

  private static void storms(LogWindow window, SightingKind kind, Consumer<Draft> out) {
    for (Sighting sighting : window.touched(kind)) {
      if (sighting.occurrences().storm()) {
        long seconds = window.thresholds().repeatWindow().toSeconds();
        String rate = sighting.occurrences().peak() + " within " + seconds + " s";
        out.accept(
            LogDraft.of(INFO, sighting)
                .severity(kind == SightingKind.PROBLEM ? Severity.HIGH : Severity.MEDIUM)
                .title(sighting.service() + " fails in a storm: " + LogDraft.title(sighting))
                .detail(
                    "pattern", "repeating: up to " + rate + ", " + sighting.occurrences().words())
                .hypothesis(
                    "A retry without back-off, or a loop that cannot end: up to " + rate + ".")
                .recommendation(
                    "Put exponential back-off with jitter and a limit of attempts around the retry "
                        + LogDraft.place(sighting)
                        + "."));
      }
    }
  }
}
