package io.streamsmonitor.core.session;

import static io.streamsmonitor.core.finding.Severity.CRITICAL;
import static io.streamsmonitor.core.finding.Severity.HIGH;
import static io.streamsmonitor.core.finding.Severity.MEDIUM;

import io.streamsmonitor.core.agent.AgentRun;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.rule.Rules;
import java.util.List;

/** What the orchestrator itself can find. */
public final class SessionRules {
  static final RuleInfo REDIS_UNREACHABLE =
      RuleInfo.of(
          "session.redis-unreachable",
          "PREFLIGHT_FAILED",
          CRITICAL,
          "Redis does not answer",
          "Without Redis there is nothing to watch; the specification stops here.",
          "Start Redis, or name the right one with --redis or redis.url in monitor.yml.");
  static final RuleInfo COMMANDS_MISSING =
      RuleInfo.of(
          "session.stream-commands-missing",
          "PREFLIGHT_FAILED",
          CRITICAL,
          "Redis does not know every stream command",
          "A server before 5.0, or one with renamed commands, cannot carry streams.",
          "Use Redis 5.0 or newer and leave the stream commands under their names.");
  static final RuleInfo NO_SERVICE_READY =
      RuleInfo.of(
          "session.no-service-ready",
          "PREFLIGHT_FAILED",
          CRITICAL,
          "No service of the fleet became ready",
          "A window over a fleet that does not run would report silence as health.",
          "Read logs/startup.log; run one service's command by hand in its workdir.");
  static final RuleInfo SERVICE_NOT_READY =
      RuleInfo.of(
          "session.service-not-ready",
          "SERVICE_DOWN",
          CRITICAL,
          "A service did not become ready",
          "The specification gives every service 30 s; what depends on it will stall.",
          "Read the service's last lines below; set `ready:` or `port:` in monitor.yml if its ready"
              + " line is an unusual one.");
  static final RuleInfo SERVICE_EXITED =
      RuleInfo.of(
          "session.service-exited",
          "SERVICE_DOWN",
          CRITICAL,
          "A service's process ended during the session",
          "Nobody asked it to end: its streams are neither written nor read now.",
          "Find the last error in the service's log; a supervisor should restart it.");
  static final RuleInfo AGENT_RESTARTED =
      RuleInfo.of(
          "session.agent-restarted",
          "AGENT_RESTARTED",
          MEDIUM,
          "An agent was restarted",
          "What it would have seen until then is unseen.",
          "Report it with agent-restarts.log and the session folder.");
  static final RuleInfo REDIS_LOST =
      RuleInfo.of(
          "session.redis-lost",
          "REDIS_LOST",
          CRITICAL,
          "Redis stopped answering during the session",
          "No stream can be written or read while it is away.",
          "Look at the server's own log; services must reconnect with backoff.");
  static final RuleInfo PROCESS_LEFT =
      RuleInfo.of(
          "session.process-left",
          "ANOMALY",
          HIGH,
          "A process of the fleet still runs after shutdown",
          "It keeps its port and its Redis connections, and the next start fails on it.",
          "Let the service end on SIGTERM, its children included.");
  static final RuleInfo BASELINE_FAILED =
      RuleInfo.of(
          "session.state-unknown",
          "COVERAGE_GAP",
          MEDIUM,
          "The state of the streams could not be captured",
          "Drift over the session cannot be computed; it is unknown, not zero.",
          "See the evidence for what the server refused.");
  static final RuleInfo LINES_DROPPED =
      RuleInfo.of(
          "session.startup-lines-dropped",
          "COVERAGE_GAP",
          MEDIUM,
          "The fleet wrote more at start than could be kept for the agents",
          "The oldest lines are in the log files, but no agent has looked at them.",
          "Lower the start-up output, or run `monitor logs` on the files.");

  private SessionRules() {}

  /** Every rule of the orchestrator and of the machinery below the agents. */
  public static List<RuleInfo> all() {
    return List.of(
        REDIS_UNREACHABLE,
        COMMANDS_MISSING,
        NO_SERVICE_READY,
        SERVICE_NOT_READY,
        SERVICE_EXITED,
        AGENT_RESTARTED,
        REDIS_LOST,
        PROCESS_LEFT,
        BASELINE_FAILED,
        LINES_DROPPED,
        AgentRun.DUTY_FAILED,
        Rules.ruleFailed());
  }
}
