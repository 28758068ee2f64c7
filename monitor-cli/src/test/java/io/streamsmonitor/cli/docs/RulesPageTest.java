package io.streamsmonitor.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.streamsmonitor.agents.RuleCatalogue;
import io.streamsmonitor.core.finding.RuleInfo;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RulesPageTest {
  @Test
  void thePageOfTheRulesIsWhatTheRulesSay() throws IOException {
    assertThat(Files.readAllLines(Path.of("../docs/rules.md")))
        .as("make it with: ./monitor rules --markdown > docs/rules.md")
        .containsExactlyElementsOf(RuleCatalogue.markdown().lines().toList());
  }

  @Test
  void whateverAFindingMayBeOfCanBeExplained() throws IllegalAccessException {
    List<RuleInfo> known = RuleCatalogue.all();
    JavaClasses house =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.streamsmonitor");
    for (JavaField field : house.stream().flatMap(c -> c.getFields().stream()).toList()) {
      if (field.getRawType().isEquivalentTo(RuleInfo.class)
          && field.getModifiers().contains(JavaModifier.STATIC)) {
        Field constant = field.reflect();
        constant.setAccessible(true);
        assertThat(known).as(field.getFullName()).contains((RuleInfo) constant.get(null));
      }
    }
  }
}
