package io.streamsmonitor.agents.scout.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CausalScenariosTest {
  @TempDir Path folder;

  static List<String> lists() {
    return CausalScenario.LISTS;
  }

  @ParameterizedTest
  @MethodSource("lists")
  void atLeast95OfAHundredScenariosAreExplainedAsAnEngineerWould(String list) {
    atLeast95OfAHundredAre(CausalScenario::right, list);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void theCauseToLookAtFirstComesFirst(String list) {
    atLeast95OfAHundredAre(CausalScenario::rightTop, list);
  }

  private void atLeast95OfAHundredAre(
      BiPredicate<CausalScenario, CausalScenario.Answer> right, String list) {
    List<CausalScenario> scenarios = CausalScenario.all(list);
    List<String> wrong =
        scenarios.stream()
            .filter(s -> !right.test(s, s.answer(folder)))
            .map(s -> s.verdict(s.answer(folder)))
            .toList();
    assertThat(wrong).hasSizeLessThanOrEqualTo(scenarios.size() / 20);
  }

  @Test
  void theAnswerIsTheSameEveryTime() {
    CausalScenario scenario = CausalScenario.all("first.txt").get(0);
    String first = scenario.answer(folder).journal();
    assertThat(first).isNotEmpty().isEqualTo(scenario.answer(folder).journal());
  }
}
