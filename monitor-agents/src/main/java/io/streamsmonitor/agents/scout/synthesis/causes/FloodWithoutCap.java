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
import java.util.List;
import java.util.function.Consumer;

/** A stream that only grows, and the XADD without MAXLEN that writes it. */
@AutoService(CauseRule.class)
public final class FloodWithoutCap implements CauseRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.flood-without-maxlen",
              "CROSS_AGENT_SYNTHESIS",
              Severity.HIGH,
              "Unbounded stream",
              "Nothing removes entries: memory grows until Redis evicts or refuses writes.",
              "Give the XADD a MAXLEN ~ that covers the longest outage of a consumer, or trim in one janitor.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

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
    List<Finding> causes = c.rule("code.xadd-without-maxlen", "config.trim");
    List<Finding> symptoms = c.category("UNBOUNDED_STREAM", "STREAM_GROWING");
    if (!causes.isEmpty() && !symptoms.isEmpty()) {
      out.accept(
          Cause.of(
              INFO,
              c,
              causes,
              symptoms,
              "Stream "
                  + c.entity()
                  + " grows without bound: the code that writes it gives no MAXLEN"));
    }
  }
}
