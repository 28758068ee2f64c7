package io.streamsmonitor.core.workspace;

import io.streamsmonitor.core.finding.AgentId;
import java.nio.file.Path;
import java.util.List;

/**
 * Every path of the session folder. It only names; {@link SessionFolder} makes, locks and archives.
 *
 * @param root the folder, such as {@code monitor-session}
 */
public record Workspace(Path root) {

  /** Files that are there, empty or not, after every finished session. */
  public List<Path> promised() {
    return List.of(
        sessionId(),
        sessionEnv(),
        stop(),
        heartbeats(),
        agentRestarts(),
        criticalAlerts(),
        allFindings(),
        health(),
        log("startup"),
        merged(),
        log("shutdown"),
        journal(AgentId.LOG_WATCHER),
        journal(AgentId.STREAM_ANALYST),
        journal(AgentId.CONFIG_AUDITOR),
        journal(AgentId.ENHANCEMENT_SCOUT),
        journal(AgentId.ORCHESTRATOR),
        clusters(),
        staticChecks(),
        discoveredStreams(),
        baseline(),
        initialTopology(),
        polls(),
        topology(),
        halfTimeStreams(),
        newStreams(),
        finalState(),
        drift(),
        config("config_files.txt"),
        config("stream_files.txt"),
        config("code_stream_names.txt"),
        config("doc_stream_names.txt"),
        config("drift_analysis.txt"),
        config("code_group_names.txt"),
        config("redis_group_names.txt"),
        config("required_env_vars.txt"),
        config("env_audit.txt"),
        config("runtime_groups.txt"),
        config("facts.json"));
  }

  public List<Path> folders() {
    return List.of(
        root.resolve("logs"),
        root.resolve("findings"),
        root.resolve("streams"),
        root.resolve("config"),
        cache());
  }

  public Path sessionId() {
    return root.resolve("SESSION_ID");
  }

  public Path sessionEnv() {
    return root.resolve("session.env");
  }

  /** Its existence asks the session to end. */
  public Path stop() {
    return root.resolve("STOP");
  }

  public Path heartbeats() {
    return root.resolve("heartbeats.jsonl");
  }

  public Path agentRestarts() {
    return root.resolve("agent-restarts.log");
  }

  public Path criticalAlerts() {
    return root.resolve("critical-alerts.log");
  }

  public Path allFindings() {
    return root.resolve("all-findings.json");
  }

  public Path health() {
    return root.resolve("health.jsonl");
  }

  public Path report(String sessionId, String extension) {
    return root.resolve("REPORT_" + sessionId + "." + extension);
  }

  public Path archive() {
    return root.resolve("archive");
  }

  public Path cache() {
    return root.resolve("cache");
  }

  /** What each agent did and when: what makes replay exact. */
  public Path tape() {
    return root.resolve("tape.jsonl");
  }

  public Path lock() {
    return root.resolve(".lock");
  }

  /** The verbatim bytes of a service's output, or {@code startup}, {@code shutdown}. */
  public Path log(String service) {
    return root.resolve("logs").resolve(Slug.of(service) + ".log");
  }

  /** Byte offset and arrival time of each line of a service's log. */
  public Path logIndex(String service) {
    return root.resolve("logs").resolve(Slug.of(service) + ".idx");
  }

  /** Every service's lines with time and service name; written, never read back. */
  public Path merged() {
    return root.resolve("logs").resolve("merged.log");
  }

  public Path journal(AgentId agent) {
    return root.resolve("findings").resolve(agent.slug() + ".jsonl");
  }

  public Path clusters() {
    return root.resolve("findings").resolve("cross-agent-clusters.json");
  }

  public Path staticChecks() {
    return root.resolve("findings").resolve("es-static.txt");
  }

  public Path discoveredStreams() {
    return streams("discovered_streams.txt");
  }

  public Path baseline() {
    return streams("baseline.json");
  }

  public Path initialTopology() {
    return streams("initial_topology.json");
  }

  public Path polls() {
    return streams("polls.jsonl");
  }

  public Path topology() {
    return streams("topology_current.txt");
  }

  public Path halfTimeStreams() {
    return streams("streams_5min.txt");
  }

  public Path newStreams() {
    return streams("new_streams.diff");
  }

  public Path finalState() {
    return streams("final_state.json");
  }

  public Path drift() {
    return streams("session_drift.diff");
  }

  private Path streams(String file) {
    return root.resolve("streams").resolve(file);
  }

  /** One of the auditor's files. */
  public Path config(String file) {
    return root.resolve("config").resolve(file);
  }

  /** The path as findings name it: relative to the session folder, with {@code /}. */
  public String relative(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }
}
