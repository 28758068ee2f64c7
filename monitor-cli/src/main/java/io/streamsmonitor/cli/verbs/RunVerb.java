package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.cli.config.ConfigError;
import io.streamsmonitor.cli.config.MonitorConfig;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A whole session: pre-flight, agents, shutdown, report. */
@Command(
    name = "run",
    description = "Watch the fleet of monitor.yml for one session and report it.")
public final class RunVerb implements Callable<Integer> {
  @Mixin private SessionOptions options = new SessionOptions();

  @Override
  public Integer call() throws ConfigError, IOException {
    MonitorConfig config = options.resolve(System::getenv);
    return new SessionRun(config, options).execute().exitCode();
  }
}
