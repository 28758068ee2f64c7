package io.streamsmonitor.agents.scout.synthesis.causes;

import io.streamsmonitor.agents.scout.synthesis.Cluster;
import io.streamsmonitor.core.finding.RuleInfo;

/** A pattern on one service. */
abstract class ServiceCause extends EntityCause {
  ServiceCause(RuleInfo info) {
    super(info);
  }

  @Override
  final boolean about(Cluster c) {
    return !c.stream();
  }
}
