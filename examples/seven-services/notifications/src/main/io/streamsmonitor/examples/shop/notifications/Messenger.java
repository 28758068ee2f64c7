package io.streamsmonitor.examples.shop.notifications;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.envelope.StreamPublisher;
import io.streamsmonitor.examples.shop.Settings;
import java.time.Duration;
import java.util.Map;

/** Tells the customer that a parcel is on its way. */
final class Messenger {
  private final MonitoredRedis redis;
  private final StreamPublisher notifications;
  private final ChannelChoice channel;

  Messenger(MonitoredRedis redis, Settings settings, ChannelChoice channel) {
    this.redis = redis;
    this.channel = channel;
    this.notifications =
        redis
            .publisher(settings.getProperty("redis.publish.notifications.stream"))
            .maxLen(settings.getInt("redis.publish.notifications.max-length"));
  }

  void subscribe(Settings settings) {
    redis
        .consumer(
            settings.getProperty("redis.consume.shipments.stream"),
            settings.getProperty("redis.consume.shipments.group"))
        .deadLetterAfter(3, settings.getProperty("redis.dead-letter-stream"))
        .claimIdle(Duration.ofSeconds(20))
        .drain(Duration.ofSeconds(1))
        .handle((event, message) -> tell(message.as(Shipment.class)));
  }

  private void tell(Shipment shipment) throws InterruptedException {
    notifications.publish(
        Map.of(
            "orderId", shipment.orderId(),
            "channel", channel.of(shipment),
            "template", "parcel-on-its-way",
            "trackingId", shipment.trackingId()));
  }
}
