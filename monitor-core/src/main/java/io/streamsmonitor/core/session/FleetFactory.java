package io.streamsmonitor.core.session;

import io.streamsmonitor.core.fleet.Fleet;
import java.util.Map;

/** Opens the fleet once the session's Redis is known. */
@FunctionalInterface
public interface FleetFactory {

  /**
   * Called in pre-flight step 3; starts nothing yet.
   *
   * @param env for everything that is started: {@code REDIS_URL}
   * @param sessionId marks the processes that are ours
   */
  Fleet open(Map<String, String> env, String sessionId);
}
