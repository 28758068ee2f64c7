package io.streamsmonitor.core.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.journal.FindingJournal;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.StreamJson;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A session as its folder tells it; nothing else is needed to report it.
 *
 * @param env every line of session.env: {@code SESSION_ID START DEADLINE COMPLETED END END_REASON
 *     SERVICES (comma separated) REDIS_URL REDIS_VERSION PROFILE DURATION …}
 * @param findings last state of each, worst first, then by first sight
 * @param health one object a health check, oldest first
 * @param damagedLines of the journals that could not be read
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
   * Reads a session folder, finished or not.
   *
   * @throws IOException when the folder holds no session
   */
  public static SessionRecord read(Path folder) throws IOException {
    Workspace workspace = new Workspace(folder);
    if (!Files.exists(workspace.sessionId())) {
      throw new IOException(
          "no session in "
              + folder
              + " (no file SESSION_ID); run `monitor run` first, or name a"
              + " session folder");
    }
    List<Finding> findings = new ArrayList<>();
    int damaged = 0;
    for (Path journal : journals(folder.resolve("findings"))) {
      FindingJournal read = FindingJournal.read(journal);
      findings.addAll(read.findings());
      damaged += read.damaged();
    }
    findings.sort(ORDER);
    return new SessionRecord(
        workspace,
        env(workspace),
        findings,
        streams(workspace.baseline()),
        streams(workspace.finalState()),
        lines(workspace.health()),
        damaged);
  }

  /** Worst first; then the older; then by id, so that the order is always the same. */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::firstSeen)
          .thenComparing(Finding::findingId);

  public String id() {
    return env.getOrDefault("SESSION_ID", "unknown");
  }

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

  private static List<Path> journals(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  private static Map<String, String> env(Workspace workspace) throws IOException {
    Map<String, String> env = new LinkedHashMap<>();
    env.put("SESSION_ID", Files.readString(workspace.sessionId()).strip());
    if (Files.exists(workspace.sessionEnv())) {
      for (String line : Files.readAllLines(workspace.sessionEnv(), StandardCharsets.UTF_8)) {
        int eq = line.indexOf('=');
        if (eq > 0) {
          env.put(line.substring(0, eq), line.substring(eq + 1));
        }
      }
    }
    return env;
  }

  private static List<StreamSnapshot> streams(Path file) throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return List.of();
    }
    JsonNode document = Json.tryRead(Files.readString(file));
    return document == null ? List.of() : StreamJson.readAll(document);
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        JsonNode node = line.isBlank() ? null : Json.tryRead(line);
        if (node != null) {
          nodes.add(node);
        }
      }
    }
    return nodes;
  }
}
