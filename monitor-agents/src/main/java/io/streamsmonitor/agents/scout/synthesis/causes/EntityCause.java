package io.streamsmonitor.agents.scout.synthesis.causes;

import io.streamsmonitor.agents.scout.synthesis.Cause;
import io.streamsmonitor.agents.scout.synthesis.CauseRule;
import io.streamsmonitor.agents.scout.synthesis.Cluster;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.RuleInfo;
import java.util.List;
import java.util.function.Consumer;

/** A pattern on one thing: findings that show the cause, and findings that follow from it. */
abstract class EntityCause implements CauseRule {
  private final RuleInfo info;

  EntityCause(RuleInfo info) {
    this.info = info;
  }

  /** Whether the pattern is one of things like this. */
  abstract boolean about(Cluster c);

  /** Findings that show the cause itself. */
  abstract List<Finding> causes(Cluster c);

  /** Findings that follow from it. */
  abstract List<Finding> symptoms(Cluster c);

  /** What happens, in one sentence that names the thing. */
  abstract String sentence(String entity);

  /** The draft of it; a pattern that spares nobody says so here. */
  Draft draft(Cluster c, List<Finding> causes, List<Finding> symptoms) {
    return Cause.of(info, c, causes, symptoms, sentence(c.entity()));
  }

  @Override
  public final RuleInfo info() {
    return info;
  }

  @Override
  public final void check(Cluster c, Consumer<Draft> out) {
    if (!about(c)) {
      return;
    }
    List<Finding> causes = causes(c);
    List<Finding> symptoms = symptoms(c);
    if (!causes.isEmpty() && (!symptoms.isEmpty() || proven(c))) {
      out.accept(draft(c, causes, symptoms));
    }
  }
}
