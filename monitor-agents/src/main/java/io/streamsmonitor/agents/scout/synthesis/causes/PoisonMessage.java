package io.streamsmonitor.agents.scout.synthesis.causes;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.scout.synthesis.Cause;
import io.streamsmonitor.agents.scout.synthesis.CauseRule;
import io.streamsmonitor.agents.scout.synthesis.Cluster;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** An entry that is delivered again and again, and the failing handler. */
@AutoService(CauseRule.class)
public final class PoisonMessage implements CauseRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.poison-message",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Poison message",
              "An entry that no delivery can finish blocks its consumer and fills the log; only a dead letter ends it.",
              "Mend the handler for this payload, and move entries to a dead-letter stream after a few deliveries.")
          .costing(Effort.HOURS_4_8, Impact.HIGH);

  private static final Set<String> FAILURES = Set.of("BUG", "CRASH", "RETRY_STORM", "ANOMALY");

  /** How often the worst entry was delivered: so often its handler failed. */
  private static long deliveries(List<Finding> causes) {
    return causes.stream()
        .map(f -> f.details().get("metrics"))
        .map(m -> m instanceof Map<?, ?> map ? map.get("deliveryCount") : null)
        .mapToLong(n -> n instanceof Number number ? number.longValue() : 6)
        .max()
        .orElse(6);
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public int specificity() {
    return 2;
  }

  @Override
  public void check(Cluster c, Consumer<Draft> out) {
    if (!c.stream()) {
      return;
    }
    List<Finding> causes = c.category("DELIVERY_FAILURE");
    List<Finding> symptoms = new ArrayList<>(c.category("STUCK_MESSAGE"));
    c.rule("log.").stream()
        .filter(f -> FAILURES.contains(f.category()))
        .filter(f -> c.speaks(f) || 2 * f.occurrences() >= deliveries(causes))
        .forEach(symptoms::add);
    if (!causes.isEmpty() && !symptoms.isEmpty()) {
      out.accept(
          Cause.of(
              INFO,
              c,
              causes,
              symptoms,
              "An entry of stream "
                  + c.entity()
                  + " fails at every delivery: the handler's errors are its trace"));
    }
  }
}
