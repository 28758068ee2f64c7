package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.agents.logs.window.ServiceLog;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/** A service that spoke steadily says nothing any more, and did not say goodbye. */
@AutoService(LogRule.class)
public final class ServiceSilent implements LogRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.silent-service",
          "CRASH",
          Severity.HIGH,
          "A service that was active has fallen silent",
          "Silence beyond the threshold (30 s by specification) and four times the service's own longest pause, without"
              + " a shutdown: a crash without output, a deadlock, or a consumer that reads no more.",
          "Take a thread dump or profile of the process; check its blocking reads and locks.");

  private static final int GAPS = 4;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LogWindow window, Consumer<Draft> out) {
    if (!window.live()) {
      return;
    }
    for (ServiceLog service : window.services()) {
      Duration quiet = service.cadence().quiet(window.now());
      Duration usual = service.cadence().longestGap().multipliedBy(GAPS);
      Duration limit =
          usual.compareTo(window.thresholds().silence()) > 0
              ? usual
              : window.thresholds().silence();
      if (!service.cadence().settled() || service.lastLine() == null) {
        continue;
      }
      if (quiet.compareTo(limit) > 0 && !service.stopped()) {
        out.accept(silent(window, service, limit));
      } else if (quiet.compareTo(limit) <= 0) {
        out.accept(Draft.of(INFO).service(service.name()).resolved("it writes again"));
      }
    }
  }

  private static Draft silent(LogWindow window, ServiceLog service, Duration limit) {
    boolean alone =
        window.services().stream()
            .anyMatch(
                s ->
                    s != service
                        && s.lines() > 0
                        && s.cadence().quiet(window.now()).compareTo(limit) < 0);
    return LogDraft.quoting(Draft.of(INFO), Objects.requireNonNull(service.lastLine()))
        .service(service.name())
        .severity(alone ? Severity.HIGH : Severity.MEDIUM)
        .title(service.name() + " has fallen silent")
        .occurrences(1)
        .detail(
            "pattern",
            "one-off: silent since "
                + service.cadence().last()
                + ", longest pause before "
                + service.cadence().longestGap().toMillis()
                + " ms")
        .hypothesis(
            alone
                ? service.name() + " is dead, deadlocked or blocked, while other services go on."
                : "The whole fleet is quiet: no work arrives, or what feeds it has stopped.")
        .recommendation(
            "Check whether "
                + service.name()
                + " runs; take a thread dump and look for a blocked read or lock.");
  }
}
