package io.streamsmonitor.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RulesTest {

  private record Sample(String id, boolean fails) implements Rule<String> {
    @Override
    public RuleInfo info() {
      return RuleInfo.of(id, "BUG", Severity.LOW, "t", "w", "f");
    }

    @Override
    public void check(String view, Consumer<Draft> out) {
      if (fails) {
        throw new IllegalStateException("no luck");
      }
      out.accept(Draft.of(info()).service(view));
    }
  }

  @Test
  void aFailingRuleIsAGapAndDoesNotEndTheOthers() {
    Rules<String> rules =
        new Rules<>(List.of(new Sample("b.works", false), new Sample("a.fails", true)));
    List<Draft> said = new ArrayList<>();
    rules.check("orders", said::add);
    rules.check("orders", said::add);
    assertThat(said)
        .extracting(d -> d.rule().id())
        .containsExactly("session.rule-failed", "b.works", "b.works");
  }

  @Test
  void twoRulesWithOneIdAreRefused() {
    assertThatThrownBy(
            () -> new Rules<>(List.of(new Sample("a.x", false), new Sample("a.x", true))))
        .hasMessageContaining("a.x");
  }
}
