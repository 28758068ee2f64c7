package io.streamsmonitor.examples.shop.inventory;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.examples.shop.Duties;
import io.streamsmonitor.examples.shop.Settings;
import io.streamsmonitor.examples.shop.ShopService;
import java.time.Duration;

/** Sets stock aside, and beside that does four things it should not do like this. */
final class FaultyInventory implements ShopService {
  @Override
  public void start(MonitoredRedis redis, Settings settings, Duties duties) {
    new Warehouse(redis, settings).subscribe(settings);

    FraudCheck.prepare(redis);
    PriceFeed prices = new PriceFeed(redis);
    duties.every(Duration.ZERO, Duration.ofSeconds(1), prices::publish);

    Popularity popularity = new Popularity(redis, settings);
    duties.again(Duration.ofMillis(200), popularity::readClicks);
    duties.every(Duration.ofSeconds(2), Duration.ofSeconds(2), popularity::retryPending);

    StockImport imports = new StockImport();
    duties.every(Duration.ofSeconds(12), Duration.ofSeconds(20), imports::startInBackground);
  }
}
