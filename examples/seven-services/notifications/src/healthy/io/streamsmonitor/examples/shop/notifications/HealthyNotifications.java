package io.streamsmonitor.examples.shop.notifications;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.examples.shop.Duties;
import io.streamsmonitor.examples.shop.Settings;
import io.streamsmonitor.examples.shop.ShopService;

/** Writes an e-mail about heavy parcels and a short message about light ones. */
final class HealthyNotifications implements ShopService {
  private static final int HEAVY_GRAMS = 2_000;

  @Override
  public void start(MonitoredRedis redis, Settings settings, Duties duties) {
    new Messenger(redis, settings, HealthyNotifications::channel).subscribe(settings);
  }

  private static String channel(Shipment shipment) {
    Integer grams = shipment.weightGrams();
    return grams != null && grams > HEAVY_GRAMS ? "email" : "sms";
  }
}
