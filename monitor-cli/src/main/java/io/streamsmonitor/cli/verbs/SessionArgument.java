package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.core.session.SessionRecord;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The session a verb works on, where that is its only argument. */
final class SessionArgument {
  /** What it may be. */
  static final String HELP =
      "A session folder, a session's id, last, or last~1 for the one before; default"
          + " monitor-session.";

  @Parameters(
      paramLabel = "SESSION",
      arity = "0..1",
      defaultValue = SessionFolders.DEFAULT,
      description = HELP)
  private String word = SessionFolders.DEFAULT;

  Path folder() throws IOException {
    return SessionFolders.of(word);
  }

  SessionRecord read() throws IOException {
    return SessionRecord.read(folder());
  }
}
