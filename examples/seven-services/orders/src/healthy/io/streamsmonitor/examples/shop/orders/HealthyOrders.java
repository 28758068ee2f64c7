package io.streamsmonitor.examples.shop.orders;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.examples.shop.Duties;
import io.streamsmonitor.examples.shop.Settings;
import io.streamsmonitor.examples.shop.ShopService;
import java.time.Duration;
import java.util.Map;

/** Places orders and closes them when their parcel has left. */
final class HealthyOrders implements ShopService {
  @Override
  public void start(MonitoredRedis redis, Settings settings, Duties duties) {
    redis
        .consumer(
            settings.getProperty("redis.consume.shipments.stream"),
            settings.getProperty("redis.consume.shipments.group"))
        .deadLetterAfter(3, settings.getProperty("redis.dead-letter-stream"))
        .claimIdle(Duration.ofSeconds(20))
        .handle(
            (event, message) -> {
              String orderId = message.as(Shipment.class).orderId();
              redis.log().info("order.closed", "the parcel has left", Map.of("orderId", orderId));
            });

    Checkout checkout = new Checkout(redis, settings);
    Duration opening = Duration.ofMillis(settings.getInt("shop.opens-after-millis"));
    duties.every(opening, Duration.ofMillis(100), checkout::tick);
  }
}
