package io.streamsmonitor.core.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A session as its folder tells it; nothing else is needed to report it.
 *
 * @param env every line of session.env: {@code SESSION_ID START DEADLINE CLOSED (the window)
 *     COMPLETED (the watching) STOPPED (services and Redis) END END_REASON SERVICES (comma
 *     separated) REDIS_URL REDIS_VERSION PROFILE DURATION …}
 * @param findings last state of each, worst first, then by first sight
 * @param health one object a health check, oldest first
 * @param damagedLines of the journals, and other files, that could not be read
 */
public record SessionRecord(
    Workspace workspace,
    Map<String, String> env,
    List<Finding> findings,
    List<StreamSnapshot> baseline,
    List<StreamSnapshot> finalState,
    List<JsonNode> health,
    int damagedLines) {

  public SessionRecord {
    findings = List.copyOf(findings);
    baseline = List.copyOf(baseline);
    finalState = List.copyOf(finalState);
    health = List.copyOf(health);
  }

  /**
   * Reads a session folder, finished or not; what is damaged in it is left out and counted.
   *
   * @throws IOException when the folder holds no session, or cannot be read
   */
  public static SessionRecord read(Path folder) throws IOException {
    return new SessionFiles(folder).read();
  }

  /** Worst first; then the older; then by id, so that the order is always the same. */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::firstSeen)
          .thenComparing(Finding::findingId);

  public String id() {
    return env.getOrDefault("SESSION_ID", "unknown");
  }

  /** How it ended; a session that did not come to its end is incomplete. */
  public SessionEnd end() {
    String end = env.get("END");
    return end == null ? SessionEnd.INCOMPLETE : SessionEnd.valueOf(end);
  }

  /** Names of the services, in the order of the configuration. */
  public List<String> services() {
    String names = env.getOrDefault("SERVICES", "");
    return names.isEmpty() ? List.of() : List.of(names.split(",", -1));
  }

  /** An instant of session.env, or null where it is not known. */
  public @Nullable Instant time(String key) {
    String value = env.get(key);
    return value == null ? null : Instant.parse(value);
  }

  public List<Finding> by(AgentId agent) {
    return findings.stream().filter(f -> f.agentId().equals(agent.name())).toList();
  }
}
