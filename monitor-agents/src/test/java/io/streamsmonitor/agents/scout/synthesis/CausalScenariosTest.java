package io.streamsmonitor.agents.scout.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CausalScenariosTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "first.txt",
        "second.txt",
        "third.txt",
        "fourth.txt",
        "fifth.txt",
        "sixth.txt",
        "seventh.txt",
        "eighth.txt",
        "ninth.txt",
        "tenth.txt",
        "eleventh.txt"
      })
  void atLeast95OfAHundredScenariosAreExplainedAsAnEngineerWould(String list) {
    List<CausalScenario> scenarios = CausalScenario.all(list);
    List<String> wrong =
        scenarios.stream()
            .filter(s -> !s.right(s.answer(folder)))
            .map(s -> s.name() + ": " + s.answer(folder).causes() + " for " + s.expected())
            .toList();
    assertThat(wrong).hasSizeLessThanOrEqualTo(scenarios.size() / 20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "first.txt",
        "second.txt",
        "third.txt",
        "fourth.txt",
        "fifth.txt",
        "sixth.txt",
        "seventh.txt",
        "eighth.txt",
        "ninth.txt",
        "tenth.txt",
        "eleventh.txt"
      })
  void theCauseToLookAtFirstComesFirst(String list) {
    List<CausalScenario> scenarios = CausalScenario.all(list);
    List<String> wrong =
        scenarios.stream()
            .filter(s -> !s.rightTop(s.answer(folder)))
            .map(s -> s.name() + ": " + s.answer(folder).causes() + " for " + s.expected())
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
