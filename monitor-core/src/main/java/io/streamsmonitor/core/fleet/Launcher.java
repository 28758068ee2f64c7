package io.streamsmonitor.core.fleet;

import io.streamsmonitor.core.workspace.Files0600;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts commands without a shell, marked as ours. */
final class Launcher {
  /** In the environment of everything a session starts: the session's id. */
  static final String SESSION = "STREAMS_MONITOR_SESSION";

  /** Tells apart fleets that share a session id, as two monitors in one second do. */
  static final String FLEET = "STREAMS_MONITOR_FLEET";

  private static final File NOTHING = new File("/dev/null");

  private final Map<String, String> env;
  private final Map<String, String> marks;

  Launcher(Map<String, String> env, String sessionId, String fleetId) {
    this.env = env;
    this.marks = Map.of(SESSION, sessionId, FLEET, fleetId);
  }

  /**
   * Starts it with an empty input and both outputs as one stream, in the order of writing.
   *
   * @throws IOException naming the command and the folder
   */
  Process start(List<String> command, Path folder, Map<String, String> own) throws IOException {
    return start(command, folder, own, Redirect.PIPE);
  }

  /** The same, with its output appended to a file. */
  Process start(List<String> command, Path folder, Map<String, String> own, Path output)
      throws IOException {
    Files0600.create(output);
    return start(command, folder, own, Redirect.appendTo(output.toFile()));
  }

  private Process start(List<String> command, Path folder, Map<String, String> own, Redirect output)
      throws IOException {
    String what = "cannot start " + command.get(0) + " in " + folder + ": ";
    if (!Files.isDirectory(folder)) {
      throw new IOException(what + "no such folder");
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output);
    builder.environment().putAll(env);
    builder.environment().putAll(own);
    builder.environment().putAll(marks);
    if (NOTHING.exists()) {
      builder.redirectInput(NOTHING);
    }
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      throw new IOException(what + (message.contains("error=2,") ? "not found" : message), e);
    }
  }
}
