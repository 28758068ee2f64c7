package io.streamsmonitor.report;

import java.util.List;

/**
 * What the gate says.
 *
 * @param causes why it failed, a phrase each; empty where it passed
 */
public record GateResult(List<String> causes) {
  public GateResult {
    causes = List.copyOf(causes);
  }

  public boolean passed() {
    return causes.isEmpty();
  }

  /** {@code gate passed}, or {@code gate failed: gate.fail-on=HIGH, 4 at or above}. */
  public String sentence() {
    return passed() ? "gate passed" : "gate failed: " + String.join("; ", causes);
  }
}
