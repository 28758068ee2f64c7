package io.streamsmonitor.core.session;

import io.streamsmonitor.core.agent.Agent;
import io.streamsmonitor.core.journal.Acceptance;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.redis.RedisHost;
import io.streamsmonitor.core.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Everything a session needs to be told.
 *
 * @param duration of the window; zero for one look, after which the closing duties run at once
 * @param startupTimeout a service has to become ready
 * @param accepted findings that are known
 * @param redis the server, ours or not
 * @param fleet opened in pre-flight
 * @param agents each in the order in which its closing duties run; synthesis last
 * @param facts more lines for session.env, such as {@code PROFILE}
 */
public record SessionPlan(
    Workspace workspace,
    Duration duration,
    Duration startupTimeout,
    Redactor redactor,
    List<Acceptance> accepted,
    RedisHost redis,
    FleetFactory fleet,
    List<Supplier<Agent>> agents,
    Map<String, String> facts) {

  public SessionPlan {
    accepted = List.copyOf(accepted);
    agents = List.copyOf(agents);
    if (duration.isNegative()) {
      throw new IllegalArgumentException("session duration " + duration + " is below zero");
    }
  }
}
