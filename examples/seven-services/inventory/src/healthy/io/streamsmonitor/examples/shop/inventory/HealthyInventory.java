package io.streamsmonitor.examples.shop.inventory;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.examples.shop.Duties;
import io.streamsmonitor.examples.shop.Settings;
import io.streamsmonitor.examples.shop.ShopService;

/** Sets stock aside for every order. */
final class HealthyInventory implements ShopService {
  @Override
  public void start(MonitoredRedis redis, Settings settings, Duties duties) {
    new Warehouse(redis, settings).subscribe(settings);
  }
}
