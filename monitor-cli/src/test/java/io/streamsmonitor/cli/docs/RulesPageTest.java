package io.streamsmonitor.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.RuleCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class RulesPageTest {
  @Test
  void thePageOfTheRulesIsWhatTheRulesSay() throws IOException {
    assertThat(Files.readAllLines(Path.of("../docs/rules.md")))
        .as("make it with: ./monitor rules --markdown > docs/rules.md")
        .containsExactlyElementsOf(RuleCatalogue.markdown().lines().toList());
  }
}
