package io.streamsmonitor.envelope.otel;

import io.opentelemetry.context.propagation.TextMapGetter;
import io.streamsmonitor.envelope.EventEnvelope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a propagator read an envelope: {@code traceparent} is put together from its ids, {@code
 * tracestate} and {@code baggage} are fields a producer may have added.
 */
public enum EnvelopeGetter implements TextMapGetter<EventEnvelope> {
  INSTANCE;

  private static final String TRACEPARENT = "traceparent";

  @Override
  public Iterable<String> keys(EventEnvelope event) {
    List<String> keys = new ArrayList<>(event.extra().keySet());
    keys.add(TRACEPARENT);
    return keys;
  }

  @Override
  public @Nullable String get(@Nullable EventEnvelope event, String key) {
    if (event == null) {
      return null;
    }
    return key.equalsIgnoreCase(TRACEPARENT) ? event.traceparent() : event.extra().get(key);
  }
}
