package io.streamsmonitor.report.log;

import org.jspecify.annotations.Nullable;

/** The events of the specification's sections 7C, 7D and 7E. */
public enum Lifecycle {
  PUBLISH("redis.publish", "published"),
  CONSUME("redis.consume", "consumed"),
  ACK("redis.ack", "acked"),
  FAILED("redis.failed", "failed"),
  CHANNEL_HEALTH("redis.channelHealth", "channel health"),
  STARTED("service.started", "started"),
  SHUTDOWN("service.shutdown", "shut down");

  private final String event;
  private final String verb;

  Lifecycle(String event, String verb) {
    this.event = event;
    this.verb = verb;
  }

  /** The name in the field {@code event}. */
  public String event() {
    return event;
  }

  public String verb() {
    return verb;
  }

  /** Whether the event is a message's, not a service's. */
  public boolean ofMessage() {
    return compareTo(FAILED) <= 0;
  }

  /** The event of that name, or null. */
  public static @Nullable Lifecycle named(@Nullable String event) {
    for (Lifecycle kind : values()) {
      if (kind.event.equals(event)) {
        return kind;
      }
    }
    return null;
  }
}
