package io.streamsmonitor.envelope;

import java.time.Duration;
import java.util.function.Function;

/**
 * Remembers in Redis, for the whole group, which events were handled within the last while.
 *
 * @param key what makes two messages the same event
 */
record Dedupe(Duration window, Function<MessageContext, String> key) {
  Dedupe {
    if (window.toMillis() < 1) {
      throw new IllegalArgumentException("a dedupe window must be at least 1 ms: " + window);
    }
  }

  /** The event's own id where it has one, else the id of its entry: then only redeliveries. */
  static String usualKey(MessageContext message) {
    String own = message.event().extra().get(CloudEvents.EVENT_ID);
    return own == null ? message.messageId() : message.event().originService() + "/" + own;
  }

  /** The braces keep the key in the slot of its stream. */
  String redisKey(MessageContext message) {
    return "handled:{%s}:%s:%s".formatted(message.stream(), message.group(), key.apply(message));
  }
}
