package io.streamsmonitor.core.fleet;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One service as monitor.yml describes it.
 *
 * @param command words, no shell; empty means attach only
 * @param workdir where it runs
 * @param env added to the monitor's own environment
 * @param ready regular expression of its ready line, or null for the usual ones
 * @param logs globs of files to follow, resolved against {@code workdir}'s base
 * @param port that it opens, or 0
 * @param pidFile of a process that is attached to, or null
 * @param sources code to scan
 * @param config configuration to scan
 */
public record ServiceSpec(
    String name,
    List<String> command,
    Path workdir,
    Map<String, String> env,
    @Nullable String ready,
    List<String> logs,
    int port,
    @Nullable Path pidFile,
    List<Path> sources,
    List<Path> config,
    List<String> publishes,
    List<Consumption> consumes) {

  /** A stream that the service says it reads, and the group it reads it with ("" where unsaid). */
  public record Consumption(String stream, String group) {}

  public ServiceSpec {
    command = List.copyOf(command);
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    logs = List.copyOf(logs);
    sources = List.copyOf(sources);
    config = List.copyOf(config);
    publishes = List.copyOf(publishes);
    consumes = List.copyOf(consumes);
  }

  /** A service that is started by this command and described by nothing else. */
  public static ServiceSpec of(String name, List<String> command, Path workdir) {
    return new ServiceSpec(
        name, command, workdir, Map.of(), null, List.of(), 0, null, List.of(), List.of(), List.of(),
        List.of());
  }

  /** Whether the session starts it, and so stops it. */
  public boolean startable() {
    return !command.isEmpty();
  }
}
