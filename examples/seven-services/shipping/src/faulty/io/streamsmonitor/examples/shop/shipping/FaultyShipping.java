package io.streamsmonitor.examples.shop.shipping;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.envelope.StreamPublisher;
import io.streamsmonitor.examples.shop.Duties;
import io.streamsmonitor.examples.shop.Settings;
import io.streamsmonitor.examples.shop.ShopService;
import java.time.Duration;
import java.util.Map;

/** Ships orders with fields that nobody documented, through a group that nobody configured. */
final class FaultyShipping implements ShopService {
  private final OpenOrders open = new OpenOrders();

  @Override
  public void start(MonitoredRedis redis, Settings settings, Duties duties) {
    StreamPublisher shipments =
        redis
            .publisher(settings.getProperty("redis.publish.shipments.stream"))
            .maxLen(settings.getInt("redis.publish.shipments.max-length"));
    PaymentDesk desk =
        new PaymentDesk(
            redis,
            settings,
            orderId -> {
              if (open.paid(orderId)) {
                ship(shipments, orderId);
              }
            });
    duties.again(Duration.ofMillis(10), desk::readPayments);
    redis
        .consumer(
            settings.getProperty("redis.consume.reservations.stream"),
            settings.getProperty("redis.consume.reservations.group"))
        .deadLetterAfter(3, settings.getProperty("redis.dead-letter-stream"))
        .claimIdle(Duration.ofSeconds(20))
        .handle(
            (event, message) -> {
              String orderId = message.as(Reservation.class).orderId();
              if (open.reserved(orderId)) {
                ship(shipments, orderId);
              }
            });
    duties.every(Duration.ofSeconds(15), Duration.ofSeconds(12), new CarrierClient(redis)::book);
    duties.every(
        Duration.ofSeconds(20), Duration.ofSeconds(1), new LabelArchive(redis, settings)::store);
  }

  private static void ship(StreamPublisher shipments, String orderId) {
    int number = Integer.parseInt(orderId.substring("ord-".length()));
    shipments.publish(
        Map.of(
            "orderId",
            orderId,
            "shipmentId",
            "shp-" + number,
            "carrier",
            number % 2 == 0 ? "north-post" : "city-bikes",
            "trackingId",
            "trk-" + number * 7,
            "weight",
            "0." + (4 + number % 5) + "kg",
            "express",
            number % 9 == 0));
  }
}
