package io.streamsmonitor.agents.source.names;

import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;

/** What the condition of a branch asks. */
final class Conditions {
  private Conditions() {}

  /** Whether the branch is taken where the variable is null, empty or blank. */
  static boolean tellsAbsence(MethodFacts method, Block branch, String name) {
    Expr condition = branch.condition();
    if (condition == null) {
      return false;
    }
    return method.names().stream()
        .anyMatch(
            n -> n.name().equals(name) && condition.pos() <= n.pos() && n.pos() < branch.from());
  }
}
