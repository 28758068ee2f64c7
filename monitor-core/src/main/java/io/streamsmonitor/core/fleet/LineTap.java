package io.streamsmonitor.core.fleet;

import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.workspace.Workspace;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one way of service output into the session: verbatim into {@code logs/<service>.log}, offset
 * and arrival time of each line into {@code logs/<service>.idx}, time and service name before each
 * line into {@code logs/merged.log}, and every line as a {@link RawLine} to the agents.
 * Thread-safe. One instance a session: two would not know of each other's offsets.
 */
public final class LineTap implements AutoCloseable {
  private final Workspace workspace;
  private final InstantSource clock;
  private final Consumer<RawLine> out;
  private final LogFile merged;
  private final Map<String, ServiceLog> logs = new ConcurrentHashMap<>();
  private final AtomicInteger sources = new AtomicInteger();

  /**
   * Opens nothing yet: the folder {@code logs/} must be there when the first source is opened.
   *
   * @param clock dates the arrival of lines
   * @param out gets every line on the thread of its source; as long as it blocks, that source is
   *     held back
   */
  public LineTap(Workspace workspace, InstantSource clock, Consumer<RawLine> out) {
    this.workspace = workspace;
    this.clock = clock;
    this.out = out;
    this.merged = new LogFile(workspace.merged());
  }

  /** A new source of lines of this service: a process, or a followed file. */
  public LineSource open(String service) {
    return open(service, line -> {});
  }

  /** The same; {@code first} sees its lines before the agents. */
  LineSource open(String service, Consumer<RawLine> first) {
    log(service).create();
    LineRouter.Route all = new LineRouter.Route(service, 0);
    return open((line, from, to) -> all, first);
  }

  /** A source whose lines go where the router says; {@code first} sees them before the agents. */
  LineSource open(LineRouter router, Consumer<RawLine> first) {
    int source = sources.getAndIncrement();
    return new LineSource(this::log, router, first.andThen(line -> out.accept(line.from(source))));
  }

  /** Why some of the output is not in the files, such as a full disk; null where all of it is. */
  public @Nullable String failure() {
    if (merged.failure() != null) {
      return merged.failure();
    }
    for (ServiceLog log : logs.values()) {
      if (log.failure() != null) {
        return log.failure();
      }
    }
    return null;
  }

  private ServiceLog log(String service) {
    return logs.computeIfAbsent(
        service,
        name ->
            new ServiceLog(
                name,
                workspace.relative(workspace.log(name)),
                new LogFile(workspace.log(name)),
                new LogFile(workspace.logIndex(name)),
                merged,
                clock));
  }

  /** Closes the files; sources that are still open must not write any more. */
  @Override
  public void close() {
    logs.values().forEach(ServiceLog::close);
    merged.close();
  }
}
