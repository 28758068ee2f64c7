package io.streamsmonitor.examples.shop.analytics;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.envelope.StreamPublisher;
import io.streamsmonitor.examples.shop.Settings;
import java.time.Duration;
import java.util.Map;

/** Adds up orders and publishes the totals after each. */
final class Totals {
  private final MonitoredRedis redis;
  private final StreamPublisher sales;
  private long orderCount;
  private long revenueCents;

  Totals(MonitoredRedis redis, Settings settings) {
    this.redis = redis;
    this.sales =
        redis
            .publisher(settings.getProperty("redis.publish.sales.stream"))
            .maxLen(settings.getInt("redis.publish.sales.max-length"));
  }

  void subscribe(Settings settings) {
    redis
        .consumer(
            settings.getProperty("redis.consume.orders.stream"),
            settings.getProperty("redis.consume.orders.group"))
        .deadLetterAfter(3, settings.getProperty("redis.dead-letter-stream"))
        .claimIdle(Duration.ofSeconds(20))
        .handle((event, message) -> add(message.as(Order.class)));
  }

  private synchronized void add(Order order) {
    orderCount++;
    revenueCents += order.totalCents();
    sales.publish(
        Map.of(
            "orderId",
            order.orderId(),
            "orderCount",
            orderCount,
            "revenueCents",
            revenueCents,
            "currency",
            order.currency()));
  }
}
