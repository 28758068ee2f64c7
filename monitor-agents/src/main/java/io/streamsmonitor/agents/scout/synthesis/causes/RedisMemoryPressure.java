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
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes that Redis refuses for want of memory, and the stream that fills it. */
@AutoService(CauseRule.class)
public final class RedisMemoryPressure extends StreamCause {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "cause.redis-memory",
              "CROSS_AGENT_SYNTHESIS",
              Severity.CRITICAL,
              "Redis memory pressure from unbounded streams",
              "At maxmemory Redis refuses every write or evicts keys: all services fail, not only the one that fills it.",
              "Trim the stream now (XTRIM MAXLEN ~), give its XADD a MAXLEN, and watch used_memory.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  public RedisMemoryPressure() {
    super(INFO);
  }

  @Override
  public int specificity() {
    return 3;
  }

  @Override
  List<Finding> causes(Cluster c) {
    return c.redis() ? List.of() : c.growth();
  }

  @Override
  List<Finding> symptoms(Cluster c) {
    return c.rule("log.").stream().filter(Words.REDIS_FULL::in).toList();
  }

  @Override
  Draft draft(Cluster c, List<Finding> causes, List<Finding> symptoms) {
    return Cause.everywhere(info(), c, causes, symptoms, sentence(c.entity()));
  }

  @Override
  String sentence(String stream) {
    return "Redis is out of memory and refuses writes, while stream "
        + stream
        + " is never trimmed";
  }

  @Override
  boolean about(Cluster c) {
    return super.about(c) || c.redis();
  }

  /** All that say that Redis is full, whichever stream filled it. */
  @Override
  List<Finding> alone(Cluster c) {
    List<Finding> full = symptoms(c);
    return !c.redis() || full.isEmpty()
        ? List.of()
        : Stream.concat(full.stream(), c.growth().stream()).toList();
  }

  @Override
  String sentence(Cluster c, List<Finding> alone) {
    String streams =
        alone.stream()
            .map(Finding::stream)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return "Redis is out of memory and refuses writes"
        + (streams.isEmpty() ? "" : ", while nothing trims " + streams);
  }
}
