package io.streamsmonitor.examples.customagent;

import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.rule.Rule;
import java.util.function.Consumer;

/** There were checkouts a minute ago, and now there are none. */
public final class CheckoutsStopped implements Rule<CheckoutMinute> {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "shop.checkouts-stopped",
          "ANOMALY",
          Severity.HIGH,
          "Checkouts stopped",
          "A shop that sold a minute ago and sells nothing now has a fault that no log line names.",
          "Follow one order with `monitor trace`.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckoutMinute minute, Consumer<Draft> out) {
    if (minute.before() > 0 && minute.now() == 0) {
      out.accept(
          Draft.of(INFO).evidence(minute.before() + " checkouts in the minute before, 0 in this"));
    } else if (minute.now() > 0) {
      out.accept(Draft.of(INFO).resolved("checkouts are back"));
    }
  }
}
