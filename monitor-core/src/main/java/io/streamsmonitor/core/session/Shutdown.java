package io.streamsmonitor.core.session;

import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.FindingJson;
import io.streamsmonitor.core.fleet.Fleet;
import io.streamsmonitor.core.journal.FindingDesk;
import io.streamsmonitor.core.journal.FindingFeed;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.redis.RedisHost;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import io.streamsmonitor.core.workspace.Appender;
import io.streamsmonitor.core.workspace.Files0600;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The specification's shutdown sequence after the agents are done. Every step runs, whatever
 * failed.
 */
final class Shutdown {
  private static final Duration DRAIN = Duration.ofSeconds(15);
  private static final Duration SAVE = Duration.ofSeconds(30);

  private final Workspace workspace;
  private final RedisHost redis;
  private final FindingDesk desk;
  private final SessionListener listener;
  private final Appender log;

  Shutdown(
      Workspace workspace,
      RedisHost redis,
      FindingDesk desk,
      SessionListener listener,
      Appender log) {
    this.workspace = workspace;
    this.redis = redis;
    this.desk = desk;
    this.listener = listener;
    this.log = log;
  }

  /**
   * Final state of every stream, and the drift against the baseline.
   *
   * @return whether Redis could still be asked
   */
  boolean finalState(@Nullable StreamState baseline) {
    try (RedisProbe probe = redis.connect()) {
      StreamState state = StreamState.capture(probe);
      state.write(workspace.finalState());
      if (baseline != null) {
        Files0600.write(workspace.drift(), StreamState.drift(baseline, state));
      }
      return true;
    } catch (RedisUnavailable e) {
      desk.accept(
          Draft.of(SessionRules.BASELINE_FAILED)
              .qualifier("final")
              .title("The final state of the streams could not be captured")
              .evidence(String.valueOf(e.getMessage())));
      return false;
    }
  }

  /** Services stop, draining 15 s at most; what still runs afterwards is a finding. */
  void services(Fleet fleet) {
    List<String> done = fleet.stop(DRAIN);
    done.forEach(log::line);
    List<String> left = fleet.remaining();
    if (!left.isEmpty()) {
      desk.accept(
          Draft.of(SessionRules.PROCESS_LEFT)
              .title(left.size() + " process(es) of the fleet still run after shutdown")
              .evidence(String.join("\n", left)));
    }
    listener.phase("shutdown", "services stopped, " + left.size() + " processes of ours left");
  }

  /** Connections that are left; a Redis of our own is saved and stopped, any other only left. */
  void redis() {
    try (RedisProbe probe = redis.connect()) {
      log.line("connections left: " + String.join("; ", probe.clients()));
    } catch (RedisUnavailable e) {
      log.line("connections left: unknown, " + e.getMessage());
    }
    try {
      redis.saveAndStop(SAVE).forEach(this::tell);
    } catch (IOException e) {
      tell("Redis could not be stopped: " + e.getMessage());
    } finally {
      redis.close();
    }
  }

  private void tell(String line) {
    log.line(line);
    listener.phase("shutdown", line);
  }

  /** Every finding's last state, worst first, as one JSON array. */
  void allFindings(FindingFeed feed) {
    Files0600.write(
        workspace.allFindings(),
        feed.all().stream()
            .sorted(SessionRecord.ORDER)
            .map(FindingJson::fields)
            .map(Json::line)
            .collect(Collectors.joining(",\n", "[\n", "\n]\n")));
  }
}
