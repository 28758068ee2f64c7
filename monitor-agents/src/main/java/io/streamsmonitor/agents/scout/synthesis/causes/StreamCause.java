package io.streamsmonitor.agents.scout.synthesis.causes;

import io.streamsmonitor.agents.scout.synthesis.Cluster;
import io.streamsmonitor.core.finding.RuleInfo;

/** A pattern on one stream. */
abstract class StreamCause extends EntityCause {
  StreamCause(RuleInfo info) {
    super(info);
  }

  /** Whether it concerns everybody on the stream, and not one group of it. */
  boolean wide() {
    return false;
  }

  @Override
  boolean about(Cluster c) {
    return c.stream() && c.whole() == wide();
  }
}
