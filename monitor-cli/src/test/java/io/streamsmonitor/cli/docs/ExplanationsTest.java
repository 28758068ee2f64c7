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

  /** A rule that was added a moment ago may wait for its words; explain does without. */
  @Test
  void rulesHaveAnExampleAndSayWhenTheyAreNoFault() {
    assertThat(rules)
        .filteredOn(
            rule ->
                explanations.of(rule).alarm().isEmpty()
                    || explanations.of(rule).example().isEmpty())
        .as("rules without alarm and example in explain/rules.txt")
        .hasSizeLessThan(6);
  }

  @Test
  void nothingIsExplainedThatIsNoRule() {
    assertThat(rules).containsAll(explanations.rules());
  }
}
