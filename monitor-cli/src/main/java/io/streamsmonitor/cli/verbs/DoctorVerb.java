package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.cli.config.ConfigError;
import io.streamsmonitor.cli.console.Ink;
import io.streamsmonitor.cli.doctor.Check;
import io.streamsmonitor.cli.doctor.Doctor;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what would fail, before anything is started. */
@Command(
    name = "doctor",
    description = "Look at what a session needs, and start nothing; 3 = something would fail.")
public final class DoctorVerb implements Callable<Integer> {
  @Mixin private SessionOptions options = new SessionOptions();

  @Override
  public Integer call() throws ConfigError {
    List<Check> checks = new Doctor(options.resolve(System::getenv), System::getenv).checks();
    for (Check check : checks) {
      System.out.printf(
          "  %-20s %-5s %s%n", check.what(), check.ok() ? "ok" : "FAILS", Ink.plain(check.said()));
    }
    return checks.stream().allMatch(Check::ok) ? ExitCode.OK : ExitCode.PREFLIGHT;
  }
}
