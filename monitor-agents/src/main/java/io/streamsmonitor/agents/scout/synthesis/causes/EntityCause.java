package io.streamsmonitor.agents.scout.synthesis.causes;

import io.streamsmonitor.agents.scout.synthesis.Cause;
import io.streamsmonitor.agents.scout.synthesis.CauseRule;
import io.streamsmonitor.agents.scout.synthesis.Cluster;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.RuleInfo;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

  /**
   * Findings of one agent that show the pattern where no other has anything to say: a fleet may
   * have no sources to scan, and a consumer no words for its trouble.
   */
  List<Finding> alone(Cluster c) {
    return List.of();
  }

  /** What happens, told of these findings alone; a group of a stream is named. */
  String sentence(Cluster c, List<Finding> alone) {
    return sentence(c.entity());
  }

  /** The one group that these findings name, or null. */
  static @Nullable String group(List<Finding> findings) {
    Set<String> groups = new TreeSet<>();
    findings.stream().map(Finding::group).filter(Objects::nonNull).forEach(groups::add);
    return groups.size() == 1 ? groups.iterator().next() : null;
  }

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
    List<Finding> alone = alone(c);
    if (!alone.isEmpty()) {
      out.accept(
          Cause.of(info, c, alone, List.of(), sentence(c, alone))
              .group(c.stream() ? group(alone) : null));
    }
  }
}
