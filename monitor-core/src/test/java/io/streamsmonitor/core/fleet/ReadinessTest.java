package io.streamsmonitor.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.model.ServiceExit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class ReadinessTest {
  private static final List<String> SILENT = List.of("sleep", "300");

  private final FleetRun run;

  ReadinessTest(@TempDir Path folder) throws IOException {
    run = new FleetRun(folder);
  }

  @AfterEach
  void close() {
    run.close();
  }

  private ServiceSpec attached(String name, int port, @Nullable Path pidFile) {
    return new ServiceSpec(
        name,
        List.of(),
        run.folder,
        Map.of(),
        null,
        List.of(),
        port,
        pidFile,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void byAUsualLineByAGivenLineAndByThePort() throws Exception {
    int port = ToyService.freePort();
    run.sh("usual", "echo starting; echo listening on 8081; exec sleep 300")
        .service("given", List.of("sh", "-c", "echo boot done; exec sleep 300"), "boot d", 0)
        .service("port", ToyService.command(port), null, port)
        .go()
        .awaitReady();
    assertThat(run.fleet().services()).allMatch(s -> s.ready() && s.alive() && s.pid() > 0);
    assertThat(run.fleet().services()).allMatch(s -> s.readyMs() >= 0 && s.exitCode() == null);
    assertThat(run.state("usual").readyBy()).isEqualTo("listening on 8081");
    assertThat(run.state("given").readyBy()).isEqualTo("boot done");
    assertThat(run.state("port").readyBy()).isEqualTo("port " + port);
  }

  @Test
  void isNotSeenInASilentService() throws Exception {
    run.service("silent", SILENT, null, 0).go();
    run.fleet().awaitReady(Duration.ofMillis(300));
    ServiceState state = run.state("silent");
    assertThat(state.ready()).isFalse();
    assertThat(state.alive()).isTrue();
    assertThat(state.readyMs()).isEqualTo(-1);
  }

  @Test
  void isSeenInTheWorkOfAServiceWhoseWordsForItAreNotKnown() throws Exception {
    run.sh("works", "while :; do echo mailed 7 letters; sleep 0.05; done")
        .sh("tries", "while :; do echo connecting to redis; sleep 0.05; done")
        .service(
            "given",
            List.of("sh", "-c", "while :; do echo mailed 7; sleep 0.05; done"),
            "boot done",
            0)
        .go();
    run.fleet().awaitReady(Duration.ofSeconds(1));
    assertThat(run.state("works").readyBy()).startsWith("at work").endsWith("mailed 7 letters");
    assertThat(run.state("tries").ready()).isFalse();
    assertThat(run.state("given").ready()).isFalse();
  }

  @Test
  void isNotSeenInAPortThatAnotherHasTaken() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      run.service("late", SILENT, null, port).go();
      run.fleet().awaitReady(Duration.ofMillis(500));
      assertThat(run.state("late").ready()).isFalse();
      assertThat(run.state("late").lastLines())
          .singleElement()
          .asString()
          .contains("port " + port + " was already open before late started");
    }
  }

  @Test
  void aCrashEndsTheWaitAndLeavesCodeAndLastLines() throws Exception {
    run.sh("crash", "for i in $(seq 30); do echo line $i; done; exit 3").go().awaitReady();
    ServiceExit exit = run.exit();
    assertThat(exit.exitCode()).isEqualTo(3);
    assertThat(exit.crash()).isTrue();
    assertThat(exit.pid()).isEqualTo(run.state("crash").pid());
    assertThat(run.state("crash").exitCode()).isEqualTo(3);
    assertThat(run.state("crash").alive()).isFalse();
    assertThat(run.state("crash").lastLines())
        .hasSize(20)
        .startsWith("line 11")
        .endsWith("line 30");
  }

  @Test
  void aCleanExitIsNoCrash() throws Exception {
    run.sh("batch", "echo done").sh("killed", "kill -9 $$").go().awaitReady();
    ServiceExit one = run.exit();
    ServiceExit other = run.exit();
    ServiceExit batch = one.service().equals("batch") ? one : other;
    ServiceExit killed = one.service().equals("batch") ? other : one;
    assertThat(batch.crash()).isFalse();
    assertThat(killed.exitCode()).isEqualTo(128 + 9);
    assertThat(killed.crash()).isTrue();
  }

  @Test
  void aCommandThatCannotBeStartedIsNamedAndTheOthersStart() throws Exception {
    run.service("typo", List.of("no-such-command-here"), null, 0)
        .sh("good", "echo ready; exec sleep 300");
    run.services.add(ServiceSpec.of("lost", List.of("sh"), run.folder.resolve("nowhere")));
    run.go().awaitReady();
    assertThat(run.state("good").ready()).isTrue();
    assertThat(run.state("typo").alive()).isFalse();
    assertThat(run.state("typo").lastLines())
        .containsExactly("cannot start no-such-command-here in " + run.folder + ": not found");
    assertThat(run.state("lost").lastLines()).first().asString().contains("no such folder");
  }

  @Test
  void anAttachedServiceIsJudgedByItsPidFileOrPortAndNeverTouched() throws Exception {
    Process other = new ProcessBuilder(SILENT).start();
    try {
      Path pidFile = Files.writeString(run.folder.resolve("a.pid"), other.pid() + "\n");
      Path stale = Files.writeString(run.folder.resolve("b.pid"), "999999999");
      run.services.add(attached("runs", 0, pidFile));
      run.services.add(attached("dead", 0, stale));
      run.services.add(attached("shut", ToyService.freePort(), null));
      run.services.add(attached("unknown", 0, null));
      run.services.add(ServiceSpec.of("not-started", List.of("touch", "started"), run.folder));
      run.attach = true;
      run.go();
      run.fleet().awaitReady(Duration.ofMillis(400));
      assertThat(run.state("runs").pid()).isEqualTo(other.pid());
      assertThat(run.fleet().services().stream().map(s -> s.name() + s.alive() + s.ready()))
          .containsExactly(
              "runstruetrue",
              "deadfalsefalse",
              "shutfalsefalse",
              "unknowntruetrue",
              "not-startedtruetrue");
      assertThat(run.folder.resolve("started")).doesNotExist();
      assertThat(run.fleet().stop(Duration.ofSeconds(1))).isEmpty();
      run.fleet().close();
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }
}
