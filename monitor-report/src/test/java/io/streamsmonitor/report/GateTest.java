package io.streamsmonitor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
  @TempDir Path folder;

  @Test
  void failsOnTheSeverityAndWorseAndSaysHowMany() {
    GateResult gate = Gate.failOn(Severity.HIGH).check(SampleSession.sick(folder).result());

    assertThat(gate.passed()).isFalse();
    assertThat(gate.sentence()).isEqualTo("gate failed: gate.fail-on=HIGH, 5 at or above");
  }

  @Test
  void passesEverythingWhenNothingIsAsked() {
    assertThat(Gate.OPEN.check(SampleSession.sick(folder).result()).passed()).isTrue();
  }

  @Test
  void passesAsManyAsTheBudgetAllows() {
    SessionResult result = SampleSession.sick(folder).result();

    assertThat(budget(2).check(result).passed()).isTrue();
    assertThat(budget(1).check(result).sentence()).contains("gate.max.MEDIUM=1, 2 open");
  }

  @Test
  void letsKnownFindingsPassWhenOnlyNewOnesCount() {
    SessionResult result = SampleSession.sick(folder).result();
    Set<String> known =
        result.open().stream().map(Finding::fingerprint).collect(Collectors.toSet());

    assertThat(new Gate(Severity.INFO, true, Map.of(), false, known).check(result).passed())
        .isTrue();
  }

  @Test
  void failsAnIncompleteSessionWhereThatIsAsked() {
    SessionResult result = new SampleSession(folder).env("END", "INCOMPLETE").result();

    assertThat(new Gate(null, false, Map.of(), true, Set.of()).check(result).sentence())
        .contains("the session is INCOMPLETE");
  }

  private static Gate budget(int medium) {
    return new Gate(null, false, Map.of(Severity.MEDIUM, medium), false, Set.of());
  }
}
