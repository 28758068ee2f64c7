package io.streamsmonitor.agents.scout.synthesis.causes;

import io.streamsmonitor.agents.scout.synthesis.Cause;
import io.streamsmonitor.agents.scout.synthesis.CauseRule;
import io.streamsmonitor.agents.scout.synthesis.Cluster;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.RuleInfo;
import java.util.List;
import java.util.function.Consumer;

/** A pattern on one stream: findings that show the cause, and findings that follow from it. */
abstract class StreamCause implements CauseRule {
  private final RuleInfo info;

  StreamCause(RuleInfo info) {
    this.info = info;
  }

  /** Findings that show the cause itself. */
  abstract List<Finding> causes(Cluster c);

  /** Findings that follow from it. */
  abstract List<Finding> symptoms(Cluster c);

  /** What happens, in one sentence that names the stream. */
  abstract String sentence(String stream);

  @Override
  public final RuleInfo info() {
    return info;
  }

  @Override
  public final void check(Cluster c, Consumer<Draft> out) {
    if (!c.stream()) {
      return;
    }
    List<Finding> causes = causes(c);
    List<Finding> symptoms = symptoms(c);
    if (!causes.isEmpty() && !symptoms.isEmpty()) {
      out.accept(Cause.of(info, c, causes, symptoms, sentence(c.entity())));
    }
  }
}
