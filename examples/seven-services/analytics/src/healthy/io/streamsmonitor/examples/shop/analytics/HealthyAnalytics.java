package io.streamsmonitor.examples.shop.analytics;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.examples.shop.Duties;
import io.streamsmonitor.examples.shop.Settings;
import io.streamsmonitor.examples.shop.ShopService;

/** Keeps running totals. */
final class HealthyAnalytics implements ShopService {
  @Override
  public void start(MonitoredRedis redis, Settings settings, Duties duties) {
    new Totals(redis, settings).subscribe(settings);
  }
}
