package io.streamsmonitor.cli;

import io.streamsmonitor.cli.config.ConfigError;
import io.streamsmonitor.cli.verbs.BaselineVerb;
import io.streamsmonitor.cli.verbs.DemoVerb;
import io.streamsmonitor.cli.verbs.DiffVerb;
import io.streamsmonitor.cli.verbs.DoctorVerb;
import io.streamsmonitor.cli.verbs.EnvironmentDefaults;
import io.streamsmonitor.cli.verbs.ExitCode;
import io.streamsmonitor.cli.verbs.ExplainVerb;
import io.streamsmonitor.cli.verbs.InitVerb;
import io.streamsmonitor.cli.verbs.LogsVerb;
import io.streamsmonitor.cli.verbs.ReplayVerb;
import io.streamsmonitor.cli.verbs.ReportVerb;
import io.streamsmonitor.cli.verbs.RulesVerb;
import io.streamsmonitor.cli.verbs.RunVerb;
import io.streamsmonitor.cli.verbs.ScanVerb;
import io.streamsmonitor.cli.verbs.StopVerb;
import io.streamsmonitor.cli.verbs.StreamsVerb;
import io.streamsmonitor.cli.verbs.TraceVerb;
import io.streamsmonitor.cli.verbs.VerifyVerb;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The monitor command. */
@Command(
    name = "monitor",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    version = "streams monitor 1.0.0",
    description = "Watches services on Redis Streams and says what is stuck, why, and where.",
    footer = {
      "",
      "Exit codes: 0 complete, gate passed · 1 gate failed, or nothing found · 2 usage or",
      "configuration wrong · 3 pre-flight failed · 4 session incomplete · 130 second Ctrl-C"
    },
    subcommands = {
      DemoVerb.class,
      RunVerb.class,
      StreamsVerb.class,
      ScanVerb.class,
      LogsVerb.class,
      ReportVerb.class,
      TraceVerb.class,
      DiffVerb.class,
      VerifyVerb.class,
      ReplayVerb.class,
      BaselineVerb.class,
      InitVerb.class,
      DoctorVerb.class,
      ExplainVerb.class,
      RulesVerb.class,
      StopVerb.class,
      AutoComplete.GenerateCompletion.class
    })
public final class Main implements Callable<Integer> {
  private Main() {}

  /** Without a verb: what there is to choose from. */
  @Override
  public Integer call() {
    CommandLine.usage(this, System.err);
    return ExitCode.USAGE;
  }

  /** Runs the verb and ends with its exit code. */
  public static void main(String[] args) {
    System.exit(command().execute(args));
  }

  static CommandLine command() {
    CommandLine line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setDefaultValueProvider(new EnvironmentDefaults(System::getenv));
    line.setParameterExceptionHandler(Main::wrongUsage);
    line.setExecutionExceptionHandler(
        (e, command, result) -> {
          if (e instanceof ConfigError) {
            System.err.println("monitor: " + e.getMessage());
            return ExitCode.USAGE;
          }
          System.err.println("monitor: this is our fault, please report it");
          e.printStackTrace();
          return ExitCode.INCOMPLETE;
        });
    if (System.getenv("NO_COLOR") != null) {
      line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }
    return line;
  }

  private static int wrongUsage(ParameterException e, String[] args) {
    String verb = e.getCommandLine().getCommandSpec().qualifiedName();
    System.err.println("monitor: " + e.getMessage() + "; see `" + verb + " --help`");
    return ExitCode.USAGE;
  }
}
