package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.Fields;
import io.streamsmonitor.envelope.events.Level;
import java.time.Duration;

/** An interval without Redis: logged once when it begins and once when it is over. */
final class Outage {
  private static final RetryPolicy BACKOFF =
      RetryPolicy.exponential(Duration.ofMillis(50), Duration.ofSeconds(2));

  private final AuditTrail trail;
  private final ConsumerPlan plan;
  private long attempts;
  private long sinceNanos;

  Outage(AuditTrail trail, ConsumerPlan plan) {
    this.trail = trail;
    this.plan = plan;
  }

  /** Notes a failed attempt and says how long to wait before the next. */
  Duration failed(Throwable thrown) {
    attempts++;
    if (attempts == 1) {
      sinceNanos = System.nanoTime();
      trail
          .line(Level.ERROR, EventNames.UNAVAILABLE)
          .failed(thrown)
          .with(Fields.STREAM, plan.stream())
          .with(Fields.CONSUMER_GROUP, plan.group())
          .with(Fields.CONSUMER, plan.consumer())
          .say("cannot read " + plan.stream() + ", trying again until it works");
    }
    return BACKOFF.delayAfter(attempts);
  }

  void over() {
    if (attempts > 0) {
      trail
          .line(Level.INFO, EventNames.RECOVERED)
          .took((System.nanoTime() - sinceNanos) / 1_000_000)
          .with(Fields.STREAM, plan.stream())
          .with(Fields.CONSUMER_GROUP, plan.group())
          .with(Fields.CONSUMER, plan.consumer())
          .say("reading " + plan.stream() + " again after " + attempts + " attempts");
      attempts = 0;
    }
  }
}
