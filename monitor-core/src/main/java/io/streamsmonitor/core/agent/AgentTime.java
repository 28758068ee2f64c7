package io.streamsmonitor.core.agent;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An agent's time: it stands still while a duty runs, at a whole millisecond, so that the duty run
 * again at that time says the same.
 */
final class AgentTime implements InstantSource {
  private final InstantSource clock;
  private volatile @Nullable Instant standing;

  AgentTime(InstantSource clock) {
    this.clock = clock;
  }

  void stand(Instant at) {
    standing = at.truncatedTo(ChronoUnit.MILLIS);
  }

  void go() {
    standing = null;
  }

  @Override
  public Instant instant() {
    Instant at = standing;
    return at == null ? clock.instant() : at;
  }
}
