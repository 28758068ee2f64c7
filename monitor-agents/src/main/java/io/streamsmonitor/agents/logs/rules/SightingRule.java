package io.streamsmonitor.agents.logs.rules;

import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.agents.logs.window.Sighting;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import java.util.function.Consumer;

/** A rule that says one finding a sighting, counted. */
abstract class SightingRule implements LogRule {
  private final RuleInfo info;
  private final SightingKind kind;

  SightingRule(RuleInfo info, SightingKind kind) {
    this.info = info;
    this.kind = kind;
  }

  /** Whether the sighting is this rule's. */
  abstract boolean about(Sighting sighting);

  /** Says what is particular to the rule. */
  abstract Draft describe(Sighting sighting, Draft draft);

  @Override
  public final RuleInfo info() {
    return info;
  }

  @Override
  public final void check(LogWindow window, Consumer<Draft> out) {
    for (Sighting sighting : window.touched(kind)) {
      if (about(sighting)) {
        Draft draft = describe(sighting, LogDraft.of(info, sighting));
        out.accept(
            sighting.superseded() ? draft.resolved("it was the first line of a trace") : draft);
      }
    }
  }
}
