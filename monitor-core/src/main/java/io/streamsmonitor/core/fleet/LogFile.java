package io.streamsmonitor.core.fleet;

import io.streamsmonitor.core.workspace.Appender;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of service output. The first write that fails (a full disk) ends the writing, not the
 * watching: the lines still reach the agents, and the services are not held back.
 */
final class LogFile {
  private static final Logger log = LoggerFactory.getLogger(LogFile.class);

  private final Path path;
  private @Nullable Appender file;
  private volatile @Nullable String failure;

  LogFile(Path path) {
    this.path = path;
  }

  /** Makes the file, empty, unless it is there. */
  void create() {
    append(new byte[0], 0, 0);
  }

  /** Appends; says at which offset, or -1 when it could not. The first call opens the file. */
  synchronized long append(byte[] bytes, int from, int length) {
    if (failure != null) {
      return -1;
    }
    try {
      Appender open = file == null ? new Appender(path) : file;
      file = open;
      return open.bytes(bytes, from, length);
    } catch (UncheckedIOException e) {
      String why = e.getMessage() + ": " + e.getCause();
      failure = why;
      log.error("output of services is no longer kept: {}", why);
      return -1;
    }
  }

  /** Why nothing is written any more, or null. */
  @Nullable String failure() {
    return failure;
  }

  synchronized void close() {
    if (file != null) {
      file.close();
    }
  }
}
