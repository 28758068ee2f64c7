package io.streamsmonitor.core.agent;

import java.time.Duration;
import java.time.Instant;

/** The time a session watches. */
public record Window(Instant start, Instant deadline) {

  public Window {
    if (deadline.isBefore(start)) {
      throw new IllegalArgumentException(
          "the window " + start + " to " + deadline + " ends before it starts");
    }
  }

  public Duration length() {
    return Duration.between(start, deadline);
  }

  /** The instant at this part of the window, from 0.0 to 1.0. */
  public Instant at(double fraction) {
    return start.plusMillis(Math.round(length().toMillis() * fraction));
  }
}
