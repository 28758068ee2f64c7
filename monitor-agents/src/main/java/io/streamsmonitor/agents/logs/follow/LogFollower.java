package io.streamsmonitor.agents.logs.follow;

import io.streamsmonitor.core.finding.Draft;
import java.time.Instant;
import java.util.function.Consumer;

/** Looks at followed files and hands on what was written to them. */
public interface LogFollower {

  /** Reads what is new, on the caller's thread; says what may have been missed. */
  void poll(Instant now, Consumer<Draft> gaps);
}
