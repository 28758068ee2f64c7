package io.streamsmonitor.cli;

import io.streamsmonitor.cli.config.ConfigError;
import io.streamsmonitor.cli.console.Ink;
import io.streamsmonitor.cli.verbs.BaselineVerb;
import io.streamsmonitor.cli.verbs.DemoVerb;
import io.streamsmonitor.cli.verbs.DiffVerb;
import io.streamsmonitor.cli.verbs.DoctorVerb;
import io.streamsmonitor.cli.verbs.EnvironmentDefaults;
import io.streamsmonitor.cli.verbs.ExitCode;
import io.streamsmonitor.cli.verbs.ExplainVerb;
import io.streamsmonitor.cli.verbs.FileFault;
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
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The monitor command. */
@Command(
    name = "monitor",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    version = "streams monitor 1.0.0",
    description = "Watches services on Redis Streams and says what is stuck, why, and where.",
    footer = {
      "",
      "Exit codes: 0 complete, gate passed; 1 gate failed, or nothing found; 2 usage",
      "or configuration wrong; 3 pre-flight failed; 4 session incomplete; 130 second",
      "Ctrl-C."
    })
public final class Main implements Callable<Integer> {
  /** What can be said, and what does it, as help lists them. */
  private static final Map<String, Class<?>> VERBS = new LinkedHashMap<>();

  static {
    VERBS.put("demo", DemoVerb.class);
    VERBS.put("run", RunVerb.class);
    VERBS.put("streams", StreamsVerb.class);
    VERBS.put("scan", ScanVerb.class);
    VERBS.put("logs", LogsVerb.class);
    VERBS.put("report", ReportVerb.class);
    VERBS.put("trace", TraceVerb.class);
    VERBS.put("diff", DiffVerb.class);
    VERBS.put("verify", VerifyVerb.class);
    VERBS.put("replay", ReplayVerb.class);
    VERBS.put("baseline", BaselineVerb.class);
    VERBS.put("init", InitVerb.class);
    VERBS.put("doctor", DoctorVerb.class);
    VERBS.put("explain", ExplainVerb.class);
    VERBS.put("rules", RulesVerb.class);
    VERBS.put("stop", StopVerb.class);
    VERBS.put("generate-completion", AutoComplete.GenerateCompletion.class);
  }

  /** Verbs that watch: what a file refuses them leaves a session incomplete. */
  private static final Set<String> SESSIONS = Set.of("demo", "run", "streams");

  private Main() {}

  /** Without a verb: what there is to choose from. */
  @Override
  public Integer call() {
    CommandLine.usage(this, System.err);
    return ExitCode.USAGE;
  }

  /** Runs the verb and ends with its exit code. */
  public static void main(String[] args) {
    System.exit(command(args.length == 0 ? "" : args[0]).execute(args));
  }

  /** Every verb. */
  static CommandLine command() {
    return command("");
  }

  /** The one verb that is meant, where it is one: reading what all can do takes its time. */
  private static CommandLine command(String verb) {
    CommandLine line = new CommandLine(new Main());
    Class<?> meant = VERBS.get(verb);
    if (meant == null || meant == AutoComplete.GenerateCompletion.class) {
      VERBS.forEach(line::addSubcommand);
    } else {
      line.addSubcommand(verb, meant);
    }
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setDefaultValueProvider(new EnvironmentDefaults(System::getenv));
    line.setParameterExceptionHandler(Main::wrongUsage);
    line.setExecutionExceptionHandler(
        (e, command, result) -> {
          if (e instanceof ConfigError) {
            System.err.println("monitor: " + e.getMessage());
            return ExitCode.USAGE;
          }
          if (e instanceof IOException || e instanceof UncheckedIOException) {
            System.err.println("monitor: " + Ink.plain(FileFault.sentence(e)));
            return SESSIONS.contains(command.getCommandName())
                ? ExitCode.INCOMPLETE
                : ExitCode.USAGE;
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
    UnmatchedArgumentException.printSuggestions(
        e, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    return ExitCode.USAGE;
  }
}
