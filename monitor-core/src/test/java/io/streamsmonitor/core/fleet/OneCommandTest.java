package io.streamsmonitor.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.model.ServiceExit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class OneCommandTest {
  private final FleetRun run;

  OneCommandTest(@TempDir Path folder) throws IOException {
    run = new FleetRun(folder);
  }

  @AfterEach
  void close() {
    run.close();
  }

  private FleetRun start(String script) throws IOException {
    run.start.addAll(List.of("sh", "-c", script));
    return run.go();
  }

  @Test
  void splitsTheLinesOfKnownServicesAndQuotesThemWithoutPrefix() throws Exception {
    run.service("orders", List.of(), null, 0).service("billing", List.of(), "up and away", 0);
    start(
            "echo '> dev:all'; echo '[orders] listening on 1'; echo '[billing] up and away';"
                + " echo '[orders] after'; exec sleep 300")
        .awaitReady();
    assertThat(run.fleet().services()).allMatch(s -> s.ready() && s.alive()).hasSize(2);
    RawLine after = run.line(l -> l.text().equals("after"));
    assertThat(after.service()).isEqualTo("orders");
    byte[] file = run.log("orders");
    int offset = (int) after.offset();
    assertThat(new String(file, offset, after.bytes().length, StandardCharsets.UTF_8))
        .isEqualTo("after");
    assertThat(run.text("orders")).isEqualTo("[orders] listening on 1\n[orders] after\n");
    assertThat(run.text("fleet")).isEqualTo("> dev:all\n");
    assertThat(run.text("startup")).startsWith("> dev:all\n[orders] listening on 1\n");
  }

  @Test
  void discoversServicesThatNobodyNamed() throws Exception {
    start(
            "for s in orders billing; do echo \"$s-1  | booting\"; echo \"$s-1  | ready\"; done;"
                + " exec sleep 300")
        .awaitReady();
    assertThat(run.fleet().services().stream().map(ServiceState::name))
        .containsExactly("orders", "billing");
    assertThat(run.fleet().services()).allMatch(ServiceState::ready);
  }

  @Test
  void theVeryFirstLineCountsAlthoughItsPrefixIsLearntLater() throws Exception {
    start(
            "echo '[orders] listening on 8081'; echo '[billing] ready'; echo '[orders] tick'; exec sleep 300")
        .awaitReady();
    assertThat(run.state("orders").readyBy()).isEqualTo("listening on 8081");
    assertThat(run.fleet().services()).allMatch(ServiceState::ready);
  }

  @Test
  void seesACrashBehindItsRunner() throws Exception {
    run.service("orders", List.of(), null, 0).service("billing", List.of(), null, 0);
    start(
            "echo '[orders] ready'; echo '[billing] npm run billing exited with code 3';"
                + " exec sleep 300")
        .awaitReady();
    ServiceExit exit = run.exit();
    assertThat(exit.service()).isEqualTo("billing");
    assertThat(exit.exitCode()).isEqualTo(3);
    assertThat(exit.crash()).isTrue();
    assertThat(run.state("billing").alive()).isFalse();
    assertThat(run.state("orders").alive()).isTrue();
  }

  @Test
  void itsEndIsTheEndOfItsServices() throws Exception {
    run.service("orders", List.of(), null, 0);
    start("echo '[orders] booting'; exit 7").awaitReady();
    assertThat(run.exit().exitCode()).isEqualTo(7);
    assertThat(run.state("orders").exitCode()).isEqualTo(7);
    assertThat(run.state("orders").alive()).isFalse();
  }

  @Test
  void aStopCommandComesFirstAndItsOutputIsKept() throws Exception {
    run.stop.addAll(List.of("sh", "-c", "echo stopping all; echo to stderr >&2; touch stop"));
    run.service("orders", List.of(), null, 0);
    start("echo '[orders] ready'; while [ ! -e stop ]; do sleep 0.05; done; echo '[orders] bye'")
        .awaitReady();
    List<String> done = run.fleet().stop(Duration.ofSeconds(10));
    assertThat(done.get(0)).startsWith("stop command sh -c").contains("exit 0");
    assertThat(run.text("shutdown")).isEqualTo("stopping all\nto stderr\n");
    assertThat(run.text("orders")).endsWith("[orders] bye\n");
    assertThat(run.exit().expected()).isTrue();
    assertThat(run.fleet().remaining()).isEmpty();
  }

  @Test
  void aCommandThatLeavesAFleetBehindIsNoCrash() throws Exception {
    run.stop.addAll(List.of("sh", "-c", "kill $(cat pid)"));
    run.service("orders", List.of(), null, 0);
    start("sleep 300 >/dev/null 2>&1 & echo $! > pid").awaitReady();
    run.exit();
    assertThat(run.state("orders").ready()).isTrue();
    assertThat(run.state("orders").alive()).isTrue();
    run.fleet().stop(Duration.ofSeconds(10));
    assertThat(run.fleet().remaining()).isEmpty();
  }

  @Test
  void aCommandThatCannotBeStartedIsAnError() {
    run.start.add("no-such-command-here");
    assertThatThrownBy(run::go)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot start no-such-command-here");
  }
}
