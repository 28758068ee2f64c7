package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.Level;
import io.streamsmonitor.envelope.redis.PublishingWatch;

/**
 * Writes down when publishing stops and when it goes on: two lines an outage, not one a message.
 */
final class PublishingOutage implements PublishingWatch {
  private final AuditTrail trail;

  PublishingOutage(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public void stopped(RuntimeException cause) {
    trail
        .line(Level.ERROR, EventNames.UNAVAILABLE)
        .failed(cause)
        .say("cannot publish, publishers fail at once until Redis is back");
  }

  @Override
  public void resumed() {
    trail.line(Level.INFO, EventNames.RECOVERED).say("publishing again");
  }
}
