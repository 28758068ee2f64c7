package io.streamsmonitor.envelope.events;

import java.util.Set;

/** The names of the lifecycle events, as they stand in the {@code event} field of a line. */
public final class EventNames {
  public static final String PUBLISH = "redis.publish";
  public static final String CONSUME = "redis.consume";
  public static final String ACK = "redis.ack";
  public static final String FAILED = "redis.failed";

  /** A delivered entry was trimmed or deleted before anybody acknowledged it. */
  public static final String LOST = "redis.lost";

  public static final String CHANNEL_HEALTH = "redis.channelHealth";
  public static final String STARTED = "service.started";
  public static final String SHUTDOWN = "service.shutdown";

  /** The connection to Redis broke; written once an outage, not once an attempt. */
  public static final String UNAVAILABLE = "redis.unavailable";

  /** The connection to Redis is back after {@link #UNAVAILABLE}. */
  public static final String RECOVERED = "redis.recovered";

  /** A consumer group was created, or created again after it had vanished. */
  public static final String GROUP_CREATED = "redis.groupCreated";

  /** Every event of this vocabulary. */
  public static final Set<String> ALL =
      Set.of(
          PUBLISH,
          CONSUME,
          ACK,
          FAILED,
          LOST,
          CHANNEL_HEALTH,
          STARTED,
          SHUTDOWN,
          UNAVAILABLE,
          RECOVERED,
          GROUP_CREATED);

  private EventNames() {}
}
