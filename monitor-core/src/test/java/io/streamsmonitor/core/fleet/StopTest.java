package io.streamsmonitor.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.model.ServiceExit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class StopTest {
  private static final Duration DRAIN = Duration.ofSeconds(10);

  private final FleetRun run;

  StopTest(@TempDir Path folder) throws IOException {
    run = new FleetRun(folder);
  }

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  void letsAServiceDrainAndKeepsItsLastWords() throws Exception {
    run.sh("orders", "trap 'echo draining; exit 0' TERM; echo ready; while :; do sleep 0.05; done")
        .go()
        .awaitReady();
    long pid = run.state("orders").pid();
    List<String> done = run.fleet().stop(DRAIN);
    assertThat(done)
        .anyMatch(l -> l.matches("orders \\(pid " + pid + "\\) stopped in \\d+\\.\\d s, exit 0"));
    ServiceExit exit = run.exit();
    assertThat(exit.expected()).isTrue();
    assertThat(exit.crash()).isFalse();
    assertThat(run.text("orders")).endsWith("draining\n");
    assertThat(run.fleet().remaining()).isEmpty();
  }

  @Test
  void killsWhoIgnoresTermWithItsGrandchildren() throws Exception {
    run.sh(
            "stubborn",
            "trap '' TERM; sh -c 'trap \"\" TERM; while :; do sleep 0.05; done' &"
                + " echo \"grandchild $!\"; echo ready; while :; do sleep 0.05; done")
        .go()
        .awaitReady();
    ProcessHandle grandchild = run.pidAfter("grandchild");
    List<String> done = run.fleet().stop(Duration.ofSeconds(1));
    assertThat(done)
        .anyMatch(l -> l.startsWith("stubborn (pid ") && l.contains("ignored TERM for 1 s and was"))
        .anyMatch(l -> l.contains("of stubborn (pid " + grandchild.pid() + ") ignored TERM"));
    assertThat(OwnProcesses.runs(grandchild)).isFalse();
    assertThat(run.fleet().remaining()).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void findsWhoLeftItsParents() throws Exception {
    run.sh(
            "forker",
            "(setsid sh -c 'touch orphan; exec sleep 300' &);"
                + " (sh -c 'touch double; exec sleep 300' &);"
                + " while [ ! -e orphan ] || [ ! -e double ]; do sleep 0.02; done; echo ready")
        .go()
        .awaitReady();
    run.exit();
    assertThat(run.fleet().remaining()).hasSize(2);
    List<String> done = run.fleet().stop(DRAIN);
    assertThat(done)
        .hasSize(3)
        .anyMatch(l -> l.matches("forker \\(pid \\d+\\) had ended before.*"));
    assertThat(run.fleet().remaining()).isEmpty();
  }

  @Test
  void neverTouchesAProcessThatIsNotOurs() throws Exception {
    Process decoy = new ProcessBuilder("sleep", "300").start();
    try {
      run.service("ours", List.of("sleep", "300"), null, 0).go();
      run.fleet().stop(DRAIN);
      run.fleet().close();
      assertThat(decoy.isAlive()).isTrue();
    } finally {
      decoy.destroyForcibly();
    }
  }

  @Test
  void closeEndsEverythingAtOnce() throws Exception {
    run.sh("stubborn", "trap '' TERM; echo ready; while :; do sleep 0.05; done").go().awaitReady();
    run.fleet().close();
    assertThat(run.fleet().remaining()).isEmpty();
    assertThat(run.state("stubborn").alive()).isFalse();
    assertThat(run.exit().expected()).isTrue();
  }

  @Test
  void saysWhatHadEndedBefore() throws Exception {
    run.sh("crash", "exit 4").go().awaitReady();
    long pid = run.exit().pid();
    assertThat(run.fleet().stop(DRAIN))
        .containsExactly("crash (pid " + pid + ") had ended before, exit 4");
  }
}
