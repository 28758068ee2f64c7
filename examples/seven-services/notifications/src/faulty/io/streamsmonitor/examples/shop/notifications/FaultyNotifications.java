package io.streamsmonitor.examples.shop.notifications;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.examples.shop.Duties;
import io.streamsmonitor.examples.shop.Settings;
import io.streamsmonitor.examples.shop.ShopService;
import java.time.Duration;

/** Works until it reloads its templates, then waits for ever and says nothing. */
final class FaultyNotifications implements ShopService {
  @Override
  public void start(MonitoredRedis redis, Settings settings, Duties duties) {
    LockedTemplates templates = new LockedTemplates();
    new Messenger(redis, settings, templates).subscribe(settings);
    duties.after(Duration.ofSeconds(18), templates::reload);
  }
}
