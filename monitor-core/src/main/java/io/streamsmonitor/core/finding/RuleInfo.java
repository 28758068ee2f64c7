package io.streamsmonitor.core.finding;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a rule before it runs: the stable id, what it says and what to do about it.
 *
 * @param id stable and unique, such as {@code stream.consumer-lag}; begins with {@code log. stream.
 *     config. code. cause. session.} (or an agent's own word)
 * @param category one of the specification's categories of the agent, such as {@code CONSUMER_LAG}
 * @param severity of a finding of this rule unless the draft says otherwise
 * @param title one line, what is wrong
 * @param why one or two sentences: why it matters, and the source of a threshold
 * @param fix one or two sentences: what to do
 * @param effort of the fix, or null where the agent's format has none
 * @param impact of the fix, or null likewise
 */
public record RuleInfo(
    String id,
    String category,
    Severity severity,
    String title,
    String why,
    String fix,
    @Nullable Effort effort,
    @Nullable Impact impact) {

  public RuleInfo {
    Objects.requireNonNull(severity, "severity");
    if (id.isBlank() || category.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("rule " + id + ": id, category and title must be given");
    }
  }

  /** A rule without effort and impact. */
  public static RuleInfo of(
      String id, String category, Severity severity, String title, String why, String fix) {
    return new RuleInfo(id, category, severity, title, why, fix, null, null);
  }

  /** The same rule with what its fix costs and brings. */
  public RuleInfo costing(Effort effort, Impact impact) {
    return new RuleInfo(id, category, severity, title, why, fix, effort, impact);
  }
}
