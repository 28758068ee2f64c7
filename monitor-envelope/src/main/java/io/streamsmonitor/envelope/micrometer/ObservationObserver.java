package io.streamsmonitor.envelope.micrometer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.streamsmonitor.envelope.EventContext;
import io.streamsmonitor.envelope.EventObserver;
import io.streamsmonitor.envelope.MessageContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Observations of Micrometer: {@code redis.stream.publish}, {@code redis.stream.process} and {@code
 * redis.stream.settle}, current on the thread while they last.
 *
 * <p>Low cardinality: {@code stream} and {@code group}. High cardinality: the ids.
 */
public final class ObservationObserver implements EventObserver {
  private final ObservationRegistry registry;

  /** Observations go to the handlers of this registry. */
  public ObservationObserver(ObservationRegistry registry) {
    this.registry = registry;
  }

  @Override
  public Step begin(
      Kind kind, String stream, @Nullable MessageContext message, EventContext context) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    Observation observation =
        Observation.createNotStarted("redis.stream." + name, registry)
            .contextualName(name + " " + stream)
            .lowCardinalityKeyValue("stream", stream)
            .lowCardinalityKeyValue("group", message == null ? "" : message.group())
            .highCardinalityKeyValue("correlationId", context.correlationId())
            .highCardinalityKeyValue("traceId", context.traceId());
    if (message != null) {
      observation.highCardinalityKeyValue("messageId", message.messageId());
    }
    return new ObservedStep(observation.start(), context);
  }
}
