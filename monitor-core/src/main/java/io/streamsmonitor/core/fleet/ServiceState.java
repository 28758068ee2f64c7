package io.streamsmonitor.core.fleet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service at one moment.
 *
 * @param pid of its process, or 0 where none is known
 * @param alive whether that process runs
 * @param ready whether it said so, or opened its port
 * @param readyBy what made it count as ready: the line, or {@code port 8081}; null while not ready
 * @param readyMs from its start to ready, or -1
 * @param exitCode of its process, or null while it runs
 * @param lastLines the last lines it wrote, oldest first, at most 20
 */
public record ServiceState(
    String name,
    long pid,
    boolean alive,
    boolean ready,
    @Nullable String readyBy,
    long readyMs,
    @Nullable Integer exitCode,
    List<String> lastLines) {

  public ServiceState {
    lastLines = List.copyOf(lastLines);
  }
}
