package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.core.workspace.Files0600;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks the running session for an orderly end. */
@Command(name = "stop", description = "End the running session in an orderly way.")
public final class StopVerb implements Callable<Integer> {
  @Parameters(
      paramLabel = "SESSION",
      arity = "0..1",
      defaultValue = "monitor-session",
      description = "The session folder; default monitor-session.")
  private Path folder = Path.of("monitor-session");

  @Override
  public Integer call() throws IOException {
    Workspace workspace = new Workspace(folder);
    if (!Files.exists(workspace.sessionId())) {
      System.err.println("monitor: no session in " + folder);
      return ExitCode.GATE_FAILED;
    }
    Files0600.create(workspace.stop());
    System.out.println("STOP written to " + workspace.stop());
    return ExitCode.OK;
  }
}
