package io.streamsmonitor.examples.customagent;

import io.streamsmonitor.core.agent.Agent;
import io.streamsmonitor.core.agent.AgentContext;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.rule.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Counts checkouts in the services' lines and asks its rule once a minute. The history is in the
 * view that the rule gets, never in the rule.
 */
public final class CheckoutWatcher implements Agent {
  private final Rules<CheckoutMinute> rules = new Rules<>(List.of(new CheckoutsStopped()));
  private long before;
  private long current;

  @Override
  public AgentId id() {
    return new AgentId("CHECKOUT_WATCHER", "CW");
  }

  @Override
  public void start(AgentContext context) {
    context.on(RawLine.class, line -> current += line.text().contains("checkout done") ? 1 : 0);
    context.every(Duration.ofMinutes(1), "count", () -> minute(context));
  }

  private void minute(AgentContext context) {
    rules.check(new CheckoutMinute(before, current), context::report);
    before = current;
    current = 0;
  }

  @Override
  public Map<String, Object> heartbeat() {
    return Map.of("checkoutsThisMinute", current);
  }
}
