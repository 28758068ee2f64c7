package io.streamsmonitor.examples.shop.analytics;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.envelope.ShutdownReason;
import io.streamsmonitor.examples.shop.Duties;
import io.streamsmonitor.examples.shop.ServiceRunner;
import io.streamsmonitor.examples.shop.Settings;
import io.streamsmonitor.examples.shop.ShopService;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** Keeps running totals until its export fails, which ends it; then it is started again. */
final class FaultyAnalytics implements ShopService {
  private volatile boolean crashed;

  /** Runs the service again and again until it ends without a crash. */
  static void keepRunning() throws IOException, InterruptedException {
    FaultyAnalytics service = new FaultyAnalytics();
    ServiceRunner.run("analytics", service);
    while (service.crashed) {
      Thread.sleep(1_000);
      service = new FaultyAnalytics();
      ServiceRunner.run("analytics", service);
    }
  }

  @Override
  public void start(MonitoredRedis redis, Settings settings, Duties duties) {
    new Totals(redis, settings).subscribe(settings);
    Duration exportAfter = Duration.ofMillis(settings.getInt("export.every-millis"));
    duties.after(exportAfter, () -> export(redis));
  }

  private void export(MonitoredRedis redis) {
    try {
      SalesExport.write();
    } catch (RuntimeException e) {
      redis.log().error("service.crashed", "the sales export failed", e, Map.of());
      crashed = true;
      redis.close(ShutdownReason.ERROR);
    }
  }
}
