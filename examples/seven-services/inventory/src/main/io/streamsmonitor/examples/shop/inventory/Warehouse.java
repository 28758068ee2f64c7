package io.streamsmonitor.examples.shop.inventory;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.envelope.StreamPublisher;
import io.streamsmonitor.examples.shop.Settings;
import java.time.Duration;
import java.util.Map;

/** Sets stock aside for every order. */
final class Warehouse {
  private final MonitoredRedis redis;
  private final StreamPublisher reservations;

  Warehouse(MonitoredRedis redis, Settings settings) {
    this.redis = redis;
    this.reservations =
        redis
            .publisher(settings.getProperty("redis.publish.reservations.stream"))
            .maxLen(settings.getInt("redis.publish.reservations.max-length"));
  }

  void subscribe(Settings settings) {
    redis
        .consumer(
            settings.getProperty("redis.consume.orders.stream"),
            settings.getProperty("redis.consume.orders.group"))
        .deadLetterAfter(3, settings.getProperty("redis.dead-letter-stream"))
        .claimIdle(Duration.ofSeconds(20))
        .handle((event, message) -> reserve(message.as(Order.class)));
  }

  private void reserve(Order order) {
    reservations.publish(
        Map.of(
            "orderId", order.orderId(),
            "sku", order.sku(),
            "quantity", order.quantity(),
            "warehouse", order.quantity() > 10 ? "north" : "city"));
  }
}
