package io.streamsmonitor.envelope;

/**
 * Where a message came from and how it got here.
 *
 * @param deliveryCount 1 at the first delivery; exact for redeliveries, which ask Redis
 * @param lagMs from publication to reception in milliseconds; negative when the clocks disagree
 * @param enveloped {@code false} when the entry came without an envelope and one was made up
 */
public record MessageContext(
    String stream,
    String group,
    String consumer,
    String messageId,
    long deliveryCount,
    long lagMs,
    boolean enveloped,
    EventEnvelope event) {

  /**
   * The payload as an object of this type; unknown properties are ignored.
   *
   * @throws IllegalArgumentException when the payload is not JSON of that shape
   */
  public <T> T as(Class<T> type) {
    return event.payloadAs(type);
  }
}
