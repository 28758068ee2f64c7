package io.streamsmonitor.examples.shop.shipping;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.envelope.StreamPublisher;
import io.streamsmonitor.examples.shop.Duties;
import io.streamsmonitor.examples.shop.Settings;
import io.streamsmonitor.examples.shop.ShopService;
import java.time.Duration;
import java.util.Map;

/** Ships an order as soon as it is both paid and reserved. */
final class HealthyShipping implements ShopService {
  private final OpenOrders open = new OpenOrders();

  @Override
  public void start(MonitoredRedis redis, Settings settings, Duties duties) {
    StreamPublisher shipments =
        redis
            .publisher(settings.getProperty("redis.publish.shipments.stream"))
            .maxLen(settings.getInt("redis.publish.shipments.max-length"));
    String deadLetters = settings.getProperty("redis.dead-letter-stream");
    redis
        .consumer(
            settings.getProperty("redis.consume.payments.stream"),
            settings.getProperty("redis.consume.payments.group"))
        .deadLetterAfter(3, deadLetters)
        .claimIdle(Duration.ofSeconds(20))
        .handle(
            (event, message) -> {
              String orderId = message.as(Payment.class).orderId();
              if (open.paid(orderId)) {
                ship(shipments, orderId);
              }
            });
    redis
        .consumer(
            settings.getProperty("redis.consume.reservations.stream"),
            settings.getProperty("redis.consume.reservations.group"))
        .deadLetterAfter(3, deadLetters)
        .claimIdle(Duration.ofSeconds(20))
        .handle(
            (event, message) -> {
              String orderId = message.as(Reservation.class).orderId();
              if (open.reserved(orderId)) {
                ship(shipments, orderId);
              }
            });
  }

  private static void ship(StreamPublisher shipments, String orderId) {
    int number = Integer.parseInt(orderId.substring("ord-".length()));
    shipments.publish(
        Map.of(
            "orderId", orderId,
            "shipmentId", "shp-" + number,
            "carrier", number % 2 == 0 ? "north-post" : "city-bikes",
            "trackingId", "trk-" + number * 7,
            "weightGrams", 400 + number % 5 * 900));
  }
}
