package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.cli.config.ConfigError;
import io.streamsmonitor.cli.config.MonitorConfig;
import io.streamsmonitor.cli.config.MonitorConfigReader;
import io.streamsmonitor.cli.console.Ink;
import io.streamsmonitor.cli.demo.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The session that shows what the monitor does: seven real services with planted faults. */
@Command(
    name = "demo",
    description = "Watch the example fleet with planted faults, and count what was found.")
public final class DemoVerb implements Callable<Integer> {
  private static final String SWITCH = "SHOP";

  @Mixin private SessionOptions options = new SessionOptions();

  @Option(names = "--healthy", description = "The same fleet without faults.")
  private boolean healthy;

  @Override
  public Integer call() throws ConfigError, IOException {
    Path fleet = fleet();
    String variant = healthy ? "healthy" : "faulty";
    MonitorConfig file =
        MonitorConfigReader.read(
            fleet.resolve("monitor.yml"),
            name -> name.equals(SWITCH) ? variant : System.getenv(name));
    Path here = Path.of("").toAbsolutePath();
    if (options.workspace == null) {
      options.workspace = here.resolve("monitor-session");
    }
    SessionRun.Outcome outcome = new SessionRun(options.overlay(file, here), options).execute();
    if (healthy || outcome.result() == null || outcome.exitCode() > ExitCode.GATE_FAILED) {
      return outcome.exitCode();
    }
    Truth.Score score =
        Truth.read(fleet.resolve("truth.yml")).score(outcome.result().session().findings());
    score.missed().forEach(fault -> System.err.println("missed: " + fault));
    score
        .extra()
        .forEach(
            f ->
                System.err.println(
                    "extra: "
                        + f.findingId()
                        + " "
                        + f.severity()
                        + " "
                        + f.ruleId()
                        + " "
                        + Ink.plain(f.title())));
    (options.output.json ? System.err : System.out).println(score);
    return score.perfect() ? outcome.exitCode() : ExitCode.GATE_FAILED;
  }

  private static Path fleet() throws ConfigError {
    @Nullable String home = System.getenv("MONITOR_HOME");
    Path fleet = Path.of(home == null ? "" : home, "examples", "seven-services");
    if (!Files.exists(fleet.resolve("monitor.yml"))) {
      throw new ConfigError(
          fleet.toAbsolutePath()
              + ": no example fleet; start the demo by ./monitor in the checkout");
    }
    return fleet;
  }
}
