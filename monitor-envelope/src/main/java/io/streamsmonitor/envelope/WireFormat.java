package io.streamsmonitor.envelope;

import java.util.Map;

/**
 * How an event stands in its stream entry. Whatever was chosen, readers recognise it by itself.
 *
 * <p>Flat fields are the smallest and the default; choose a CloudEvents mode for a stream whose
 * other readers expect one. {@code docs/cloudevents.md} is the binding.
 */
public enum WireFormat {
  /** One field for each attribute of the envelope, and {@code payload}. */
  FLAT {
    @Override
    Map<String, String> write(EventEnvelope event, String stream) {
      return event.toFields();
    }
  },

  /** CloudEvents 1.0 in binary mode: {@code ce_…} fields, {@code content-type}, {@code data}. */
  CLOUDEVENTS_BINARY {
    @Override
    Map<String, String> write(EventEnvelope event, String stream) {
      return CloudEvents.binary(event, stream);
    }
  },

  /** CloudEvents 1.0 in structured mode: one field {@code cloudevents} of JSON. */
  CLOUDEVENTS_STRUCTURED {
    @Override
    Map<String, String> write(EventEnvelope event, String stream) {
      return CloudEvents.structured(event, stream);
    }
  };

  /** The fields of the entry. */
  abstract Map<String, String> write(EventEnvelope event, String stream);
}
