package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.Fields;
import io.streamsmonitor.envelope.events.Level;
import io.streamsmonitor.envelope.redis.StreamClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts what each stream and group does and writes it down as health lines. */
final class ChannelHealth {
  /** Above this average the line is a warning: the specification's alert threshold. */
  private static final long SLOW_LAG_MS = 500;

  private final AuditTrail trail;
  private final ConcurrentMap<Channel, LastMinute> channels = new ConcurrentHashMap<>();

  ChannelHealth(AuditTrail trail) {
    this.trail = trail;
  }

  void watch(String stream, String group, String consumer) {
    minute(stream, group, consumer);
  }

  /** Only first deliveries: the lag of a retry is the retry's delay. */
  void consumed(MessageContext message) {
    if (message.deliveryCount() > 1) {
      return;
    }
    minute(message).consumed(trail.now().toEpochMilli(), message.lagMs());
  }

  /** First deliveries, all of one reply. */
  void consumed(String stream, String group, String consumer, long epochMs, Lags lags) {
    minute(stream, group, consumer).consumed(epochMs, lags);
  }

  void failed(MessageContext message) {
    minute(message).failed(trail.now().toEpochMilli());
  }

  /** One line for each channel; a channel whose pending count cannot be asked says so with -1. */
  void report(StreamClient client) {
    channels.forEach((channel, minute) -> report(channel, minute, client));
  }

  /** How many messages were delivered to this service's consumers and not acknowledged. */
  long pending(StreamClient client) {
    long total = 0;
    for (Channel channel : channels.keySet()) {
      try {
        total += client.pending(channel.stream, channel.group, channel.consumer);
      } catch (RuntimeException e) {
        trail.note(
            Level.WARN, EventNames.UNAVAILABLE, "cannot count pending messages", e, Map.of());
        return total;
      }
    }
    return total;
  }

  private void report(Channel channel, LastMinute minute, StreamClient client) {
    LastMinute.Summary summary = minute.summary(trail.now().toEpochMilli());
    boolean slow = summary.avgLagMs() > SLOW_LAG_MS;
    trail
        .line(slow || summary.errors() > 0 ? Level.WARN : Level.INFO, EventNames.CHANNEL_HEALTH)
        .with(Fields.STREAM, channel.stream)
        .with(Fields.CONSUMER_GROUP, channel.group)
        .with(Fields.CONSUMER, channel.consumer)
        .with(Fields.MESSAGES_CONSUMED_LAST_MINUTE, summary.consumed())
        .with(Fields.AVG_LAG_MS, summary.avgLagMs())
        .with(Fields.MAX_LAG_MS, summary.maxLagMs())
        .with(Fields.PENDING_COUNT, groupPending(channel, client))
        .with(Fields.ERRORS_LAST_MINUTE, summary.errors())
        .say("health of " + channel.stream + " / " + channel.group);
  }

  private static long groupPending(Channel channel, StreamClient client) {
    try {
      return client.pending(channel.stream, channel.group);
    } catch (RuntimeException e) {
      return -1;
    }
  }

  private LastMinute minute(MessageContext message) {
    return minute(message.stream(), message.group(), message.consumer());
  }

  private LastMinute minute(String stream, String group, String consumer) {
    return channels.computeIfAbsent(
        new Channel(stream, group, consumer), ignored -> new LastMinute());
  }

  private record Channel(String stream, String group, String consumer) {}
}
