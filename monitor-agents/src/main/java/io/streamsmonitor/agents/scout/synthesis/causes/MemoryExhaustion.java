package io.streamsmonitor.agents.scout.synthesis.causes;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.scout.synthesis.CauseRule;
import io.streamsmonitor.agents.scout.synthesis.Cluster;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A service that ran out of memory, and the work it left. */
@AutoService(CauseRule.class)
public final class MemoryExhaustion extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.memory-exhaustion",
              "CROSS_AGENT_SYNTHESIS",
              Severity.CRITICAL,
              "A consumer out of memory",
              "A process without memory stops reading or ends; after a restart it takes the same entries again.",
              "Bound what is held at once (COUNT, page size, cache), then size the heap; take a heap dump.")
          .costing(Effort.DAYS_1_2, Impact.HIGH);

  private static final Set<String> AFTER =
      Set.of(
          "CONSUMER_LAG", "DEAD_CONSUMER", "STUCK_MESSAGE", "MISSING_ACK", "CRASH", "SERVICE_DOWN");

  public MemoryExhaustion() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 3;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return Stream.concat(
            c.rule("log.out-of-memory").stream().filter(f -> !Words.REDIS_FULL.in(f)),
            c.rule("log.out-of-memory").isEmpty()
                ? Stream.empty()
                : c.rule("code.whole-stream-range").stream())
        .toList();
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.findings().stream()
        .filter(f -> AFTER.contains(f.category()) && !f.ruleId().equals("log.out-of-memory"))
        .toList();
  }

  @Override
  String sentence(String stream) {
    return "The service that reads stream " + stream + " runs out of memory, and its group stalls";
  }
}
