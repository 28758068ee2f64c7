package io.streamsmonitor.envelope;

/**
 * Payloads of one type to text and back.
 *
 * <p>Called on the thread that publishes or handles, from several at once. A payload that cannot be
 * decoded is not retried: it goes to the dead letters, or stays pending where there are none.
 */
public interface Codec<T> {
  /** The payload of an event. */
  String encode(T value);

  /**
   * The value of a payload.
   *
   * @param event for codecs that go by {@link EventEnvelope#type} or {@code contentType}
   */
  T decode(EventEnvelope event);

  /** JSON as Jackson writes it; unknown properties are ignored when read. */
  static <T> Codec<T> json(Class<T> type) {
    return new Codec<>() {
      @Override
      public String encode(T value) {
        return PayloadJson.write(value);
      }

      @Override
      public T decode(EventEnvelope event) {
        return event.payloadAs(type);
      }
    };
  }
}
