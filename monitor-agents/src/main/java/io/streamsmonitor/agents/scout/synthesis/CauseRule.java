package io.streamsmonitor.agents.scout.synthesis;

import io.streamsmonitor.core.rule.Rule;

/** A named pattern of findings that have one cause. */
public interface CauseRule extends Rule<Cluster> {

  /**
   * How much the pattern says beyond "these go together". Where several patterns explain the same
   * findings, the higher one is reported: 0 is general, 1 usual, 2 and 3 name the very fault.
   */
  default int specificity() {
    return 1;
  }

  /** The same for what it found here; some patterns say more where they see more. */
  default int specificity(Cluster cluster) {
    return specificity();
  }

  /** Whether one agent alone proves it here: what it saw leaves no other explanation. */
  default boolean proven(Cluster cluster) {
    return false;
  }
}
