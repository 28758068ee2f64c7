package io.streamsmonitor.envelope.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.streamsmonitor.envelope.EventSink;
import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.Fields;
import io.streamsmonitor.envelope.events.LifecycleEvent;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts lifecycle lines on their way to another sink.
 *
 * <p>Meters: {@code redis.stream.publish}, {@code redis.stream.lag} and {@code
 * redis.stream.process} are timers, {@code redis.stream.failed} and {@code redis.stream.lost}
 * counters, {@code redis.stream.pending} a gauge. Tags are {@code stream}, {@code group} where
 * there is one, and {@code retry} on failures; never an id.
 */
public final class MeteredSink implements EventSink {
  private final MeterRegistry registry;
  private final EventSink next;
  private final ConcurrentMap<Tags, AtomicLong> pending = new ConcurrentHashMap<>();

  /** Counts in this registry what goes to the next sink. */
  public MeteredSink(MeterRegistry registry, EventSink next) {
    this.registry = registry;
    this.next = next;
  }

  @Override
  public void emit(LifecycleEvent event) {
    try {
      count(event);
    } finally {
      next.emit(event);
    }
  }

  @Override
  public void flush() {
    next.flush();
  }

  private void count(LifecycleEvent event) {
    switch (event.event()) {
      case EventNames.PUBLISH -> time("redis.stream.publish", event, event.durationMs());
      case EventNames.CONSUME -> time("redis.stream.lag", event, number(event, Fields.LAG_MS));
      case EventNames.ACK -> time("redis.stream.process", event, event.durationMs());
      case EventNames.FAILED ->
          registry
              .counter(
                  "redis.stream.failed",
                  tags(event).and("retry", String.valueOf(event.field(Fields.WILL_RETRY))))
              .increment();
      case EventNames.LOST -> registry.counter("redis.stream.lost", tags(event)).increment();
      case EventNames.CHANNEL_HEALTH ->
          pending
              .computeIfAbsent(tags(event), this::gauge)
              .set(number(event, Fields.PENDING_COUNT));
      default -> {
        // The other lines are about the service, not about messages.
      }
    }
  }

  private AtomicLong gauge(Tags tags) {
    AtomicLong value = new AtomicLong();
    registry.gauge("redis.stream.pending", tags, value);
    return value;
  }

  private void time(String timer, LifecycleEvent event, long millis) {
    registry.timer(timer, tags(event)).record(Math.max(0, millis), TimeUnit.MILLISECONDS);
  }

  private static Tags tags(LifecycleEvent event) {
    Tags tags = Tags.of("stream", String.valueOf(event.field(Fields.STREAM)));
    Object group = event.field(Fields.CONSUMER_GROUP);
    // A registry may ask all meters of a name for the same tags.
    return tags.and("group", group == null ? "" : group.toString());
  }

  private static long number(LifecycleEvent event, String field) {
    return event.field(field) instanceof Number number ? number.longValue() : 0;
  }
}
