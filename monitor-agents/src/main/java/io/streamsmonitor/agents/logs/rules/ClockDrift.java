package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.agents.logs.window.ServiceLog;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** The clock of a service is apart from those of the others. */
@AutoService(LogRule.class)
public final class ClockDrift implements LogRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.clock-drift",
          "ANOMALY",
          Severity.MEDIUM,
          "A service's clock is apart from the others'",
          "The median of line time less arrival differs by more than 2 s from the fleet's: latencies between services are"
              + " wrong by as much, and time-outs and expiries fire early or late.",
          "Synchronise its clock (NTP, chrony), and log in UTC with milliseconds and zone.");

  private static final Duration LIMIT = Duration.ofSeconds(2);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LogWindow window, Consumer<Draft> out) {
    List<ServiceLog> known = window.services().stream().filter(s -> s.clock().known()).toList();
    if (!window.live() || known.size() < 2) {
      return;
    }
    List<Long> sorted = known.stream().map(s -> s.clock().median().toMillis()).sorted().toList();
    for (ServiceLog service : known) {
      long own = service.clock().median().toMillis();
      // With two services the one nearer to our own clock is right.
      long fleet = sorted.size() == 2 ? 0 : sorted.get(sorted.size() / 2);
      if (Math.abs(own - fleet) > LIMIT.toMillis() && Math.abs(own) > LIMIT.toMillis()) {
        String side = own > fleet ? "ahead of" : "behind";
        String amount = Math.abs(own - fleet) / 1000 + " s " + side;
        out.accept(
            LogDraft.quoting(Draft.of(INFO), Objects.requireNonNull(service.lastLine()))
                .service(service.name())
                .occurrences(1)
                .title(service.name() + "'s clock is " + amount + " the fleet's")
                .detail("pattern", "steady")
                .detail("driftMs", own - fleet)
                .hypothesis(
                    "Its host's clock is not synchronised, or its logger holds lines back."));
      }
    }
  }
}
