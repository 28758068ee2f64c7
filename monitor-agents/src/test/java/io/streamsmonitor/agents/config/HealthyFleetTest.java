package io.streamsmonitor.agents.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.rule.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HealthyFleetTest {
  @TempDir Path base;

  @Test
  void staysSilentOnAFleetThatIsDeclaredAndDocumented() {
    List<Draft> said = new ArrayList<>();
    Rules.load(ConfigRule.class).check(FleetFixture.healthy(base).view(), said::add);
    assertThat(said).extracting(d -> d.rule().id() + ": " + d.title()).isEmpty();
  }

  @Test
  void hasARuleForEveryCategoryOfTheSpecification() {
    assertThat(Rules.load(ConfigRule.class).infos())
        .extracting(info -> info.category())
        .contains(
            "CONFIG_DRIFT",
            "DOC_DRIFT",
            "SCHEMA_DRIFT",
            "NAMING_INCONSISTENCY",
            "MISSING_SCHEMA",
            "ENV_MISMATCH",
            "PORT_CONFLICT",
            "VERSION_MISMATCH",
            "ROGUE_STREAM",
            "MISSING_ENV_VAR",
            "GROUP_NAME_MISMATCH");
  }

  @Test
  void readsWhatTheFleetDeclares() {
    ConfigView view = FleetFixture.healthy(base).view();
    assertThat(view.declared().all())
        .extracting(
            d ->
                d.service()
                    + " "
                    + d.role()
                    + " "
                    + d.stream()
                    + " "
                    + d.group()
                    + " "
                    + d.origin())
        .contains(
            "orders PUBLISHES orders  CONFIG",
            "billing CONSUMES orders billing CONFIG",
            "billing CONSUMES orders billing MONITOR",
            "orders PUBLISHES orders  DOCS",
            "billing CONSUMES orders  DOCS");
    assertThat(view.schemas())
        .hasEntrySatisfying(
            "orders", s -> assertThat(s.fields()).containsExactly("orderId", "total"));
    assertThat(view.ports())
        .extracting(p -> p.service() + p.port())
        .contains("orders8081", "billing8082");
  }
}
