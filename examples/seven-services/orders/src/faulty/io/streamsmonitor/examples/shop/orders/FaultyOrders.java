package io.streamsmonitor.examples.shop.orders;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.examples.shop.Duties;
import io.streamsmonitor.examples.shop.Settings;
import io.streamsmonitor.examples.shop.ShopService;
import java.time.Duration;

/** Places orders, records clicks, prints beside its structured log and never sees a shipment. */
final class FaultyOrders implements ShopService {
  @Override
  public void start(MonitoredRedis redis, Settings settings, Duties duties) {
    OrderStatus status = new OrderStatus(redis, settings);
    duties.again(Duration.ofSeconds(2), status::readShipments);

    ClickRecorder clicks = new ClickRecorder(redis, settings);
    duties.every(Duration.ofSeconds(1), Duration.ofMillis(200), clicks::record);

    Checkout checkout = new Checkout(redis, settings);
    Duration opening = Duration.ofMillis(settings.getInt("shop.opens-after-millis"));
    duties.every(
        opening,
        Duration.ofMillis(100),
        () -> System.out.println("placed orders up to no. " + checkout.tick()));
  }
}
