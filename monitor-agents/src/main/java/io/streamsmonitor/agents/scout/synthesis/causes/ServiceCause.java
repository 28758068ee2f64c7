package io.streamsmonitor.agents.scout.synthesis.causes;

import io.streamsmonitor.agents.scout.synthesis.Cluster;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.RuleInfo;
import java.util.Set;
import java.util.stream.Stream;

/** A pattern on one service. */
abstract class ServiceCause extends EntityCause {
  private static final Set<String> WAITING =
      Set.of("DEAD_CONSUMER", "CONSUMER_LAG", "STUCK_MESSAGE");

  ServiceCause(RuleInfo info) {
    super(info);
  }

  /** Work that waits for this service and for no other. */
  static Stream<Finding> waiting(Cluster c) {
    return c.downstream().stream().filter(f -> WAITING.contains(f.category()));
  }

  @Override
  final boolean about(Cluster c) {
    return !c.stream();
  }
}
