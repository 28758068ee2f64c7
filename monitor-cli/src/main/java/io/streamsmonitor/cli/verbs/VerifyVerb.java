package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.cli.console.Ink;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.report.verify.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Finds every quote of a session's findings again. */
@Command(
    name = "verify",
    description =
        "Look up every quote of the findings in the session folder; 1 = one is not there.")
public final class VerifyVerb implements Callable<Integer> {
  @Parameters(
      paramLabel = "SESSION",
      arity = "0..1",
      defaultValue = "monitor-session",
      description = "The session folder; default monitor-session.")
  private Path folder = Path.of("monitor-session");

  @Override
  public Integer call() {
    try {
      Verification result = Verification.of(SessionRecord.read(folder));
      result.mismatches().forEach(m -> System.out.println(Ink.plain(m)));
      System.out.println(
          (result.quotes() - result.mismatches().size())
              + " of "
              + result.quotes()
              + " quotes of "
              + result.findings()
              + " findings stand where they say");
      return result.mismatches().isEmpty() ? ExitCode.OK : ExitCode.GATE_FAILED;
    } catch (IOException e) {
      System.err.println("monitor: " + e.getMessage());
      return ExitCode.USAGE;
    }
  }
}
