package io.streamsmonitor.core.rule;

import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;

/** Several rules on one kind of view, in the order of their ids, each isolated from the others. */
public final class Rules<V> {
  private static final RuleInfo RULE_FAILED =
      RuleInfo.of(
          "session.rule-failed",
          "COVERAGE_GAP",
          Severity.MEDIUM,
          "A rule failed and is not applied for the rest of the session",
          "What this rule looks for goes unseen; silence is not health.",
          "Report the failure with the session folder; the other rules are not affected.");

  private final List<? extends Rule<V>> rules;
  private final Set<String> failed = new HashSet<>();

  /** The given rules. */
  public Rules(List<? extends Rule<V>> rules) {
    this.rules = rules.stream().sorted(Comparator.comparing(r -> r.info().id())).toList();
    Set<String> ids = new HashSet<>();
    for (Rule<V> rule : this.rules) {
      if (!ids.add(rule.info().id())) {
        throw new IllegalArgumentException("two rules with the id " + rule.info().id());
      }
    }
  }

  /** Every rule of the type that the class path offers as a service. */
  public static <V, R extends Rule<V>> Rules<V> load(Class<R> type) {
    return new Rules<>(
        ServiceLoader.load(type, type.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /** Applies every rule that has not failed. */
  public void check(V view, Consumer<Draft> out) {
    for (Rule<V> rule : rules) {
      String id = rule.info().id();
      if (failed.contains(id)) {
        continue;
      }
      try {
        rule.check(view, out);
      } catch (RuntimeException | StackOverflowError e) {
        failed.add(id);
        out.accept(
            Draft.of(RULE_FAILED)
                .qualifier(id)
                .title("Rule " + id + " failed: " + e.getClass().getSimpleName())
                .evidence(id + ": " + e));
      }
    }
  }

  /** What is known of each rule, by id. */
  public List<RuleInfo> infos() {
    return rules.stream().map(Rule::info).toList();
  }

  /** The gap that a failing rule leaves. */
  public static RuleInfo ruleFailed() {
    return RULE_FAILED;
  }
}
