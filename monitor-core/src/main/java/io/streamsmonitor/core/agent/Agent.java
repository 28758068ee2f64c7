package io.streamsmonitor.core.agent;

import io.streamsmonitor.core.finding.AgentId;
import java.util.Map;

/**
 * Watches one side of a fleet. An agent does not loop, wait or read a clock: in {@link #start} it
 * registers its duties and its events, and returns. Everything it registered runs on one lane, so
 * it needs no locks of its own. An instance serves one session; a stuck one is replaced by a new
 * one.
 */
public interface Agent {

  /** Always the same value. */
  AgentId id();

  /**
   * Called once, on the agent's own lane, when the session's window opens. May do its first work.
   * What it throws counts as a failure of the agent: it is replaced, three times at most.
   */
  void start(AgentContext context) throws Exception;

  /** Own fields of the heartbeat that the session writes every two minutes; on the agent's lane. */
  default Map<String, Object> heartbeat() {
    return Map.of();
  }

  /** Called once after the last duty, on the agent's lane; gives back what start took. */
  default void stop() throws Exception {}
}
