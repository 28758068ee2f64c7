package io.streamsmonitor.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.RuleCatalogue;
import io.streamsmonitor.cli.explain.Explanations;
import io.streamsmonitor.core.finding.RuleInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
  private final Explanations explanations = Explanations.read();
  private final List<String> rules = RuleCatalogue.all().stream().map(RuleInfo::id).toList();

  @Test
  void everyRuleHasAnExampleAndSaysWhenItIsNoFault() {
    assertThat(rules)
        .as("rules without alarm and example in explain/rules.txt")
        .allMatch(rule -> !explanations.of(rule).alarm().isEmpty())
        .allMatch(rule -> !explanations.of(rule).example().isEmpty());
  }

  @Test
  void nothingIsExplainedThatIsNoRule() {
    assertThat(rules).containsAll(explanations.rules());
  }
}
