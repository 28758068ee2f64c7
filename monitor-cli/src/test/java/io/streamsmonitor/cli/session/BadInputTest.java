package io.streamsmonitor.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.cli.session.MonitorProcess.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is said in one clear line, with the right exit code. */
final class BadInputTest {
  @TempDir Path folder;

  private Result run(String... lines) throws IOException {
    Files.writeString(folder.resolve("monitor.yml"), String.join("\n", lines) + "\n");
    return MonitorProcess.run(folder, "run");
  }

  private static void oneLine(Result result, int exitCode, String... words) {
    assertThat(result.errors()).hasSize(1);
    assertThat(result.errors().get(0)).startsWith("monitor: ").contains(words);
    assertThat(result.exitCode()).isEqualTo(exitCode);
  }

  @Test
  void wrongYamlIsNamedWithItsPlace() throws IOException {
    oneLine(run("session: { duration: 3s", "redis: x"), 2, "monitor.yml:2:6", "not valid YAML");
    assertThat(folder.resolve("monitor-session")).doesNotExist();
  }

  @Test
  void anUnknownKeyIsNamedWithTheNearestKnownOne() throws IOException {
    oneLine(run("sesion: { duration: 3s }"), 2, "monitor.yml:1", "\"sesion\"", "mean \"session\"");
  }

  @Test
  void aVariableThatIsNotSetIsNamed() throws IOException {
    oneLine(run("redis: { url: \"${NO_SUCH_VARIABLE}\" }"), 2, "NO_SUCH_VARIABLE", ":default}");
  }

  @Test
  void anUnknownFlagPointsToTheHelp() {
    oneLine(MonitorProcess.run(folder, "run", "--wat"), 2, "'--wat'", "monitor run --help");
  }

  @Test
  void aCommandThatIsNotThereIsNamedAndTheSessionStops() throws IOException {
    Result result =
        run(
            "session: { duration: 2s }",
            "redis: { url: embedded }",
            "services: [ { name: orders, command: /no/such/program } ]");
    oneLine(result, 3, "orders", "/no/such/program", "not found");
    assertThat(result.out()).contains("Redis stopped");
    assertThat(folder.resolve("monitor-session/findings/orchestrator.jsonl"))
        .content()
        .contains("\"category\":\"PREFLIGHT_FAILED\"", "\"severity\":\"CRITICAL\"");
  }

  @Test
  void aRedisThatIsNotThereStopsTheSession() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Result result =
        run("session: { duration: 2s }", "redis: { url: \"redis://127.0.0.1:" + port + "\" }");
    oneLine(result, 3, "redis://127.0.0.1:" + port, "refused");
    assertThat(folder.resolve("monitor-session/all-findings.json"))
        .content()
        .contains("PREFLIGHT_FAILED");
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      Result result =
          run(
              "session: { duration: 2s }",
              "redis:",
              "  url: \"redis://127.0.0.1:" + port + "\"",
              "  start: redis-server --port " + port);
      oneLine(result, 3, "port " + port + " is taken");
    }
  }

  @Test
  void theDoctorSaysWhatWouldFailAndStartsNothing() throws IOException {
    Files.writeString(
        folder.resolve("monitor.yml"),
        "redis: { url: embedded }\nservices: [ { name: a, command: /no/such/program },"
            + " { name: b, command: sh -c true } ]\n");
    Result result = MonitorProcess.run(folder, "doctor");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out().lines())
        .anyMatch(l -> l.contains("service a") && l.contains("FAILS") && l.contains("not found"))
        .anyMatch(l -> l.contains("service b") && l.contains("ok"));
    assertThat(folder.resolve("monitor-session")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeMadeStopsTheSession() throws IOException {
    Files.writeString(folder.resolve("file"), "in the way");
    Result result = MonitorProcess.run(folder, "run", "--workspace", "file/session");
    oneLine(result, 3, "file/session");
  }
}
