package io.streamsmonitor.examples.shop.audit;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.examples.shop.Duties;
import io.streamsmonitor.examples.shop.Settings;
import io.streamsmonitor.examples.shop.ShopService;
import java.time.Duration;

/** Counts payments and notifications, and reads sales without ever acknowledging them. */
final class FaultyAudit implements ShopService {
  @Override
  public void start(MonitoredRedis redis, Settings settings, Duties duties) {
    Ledger ledger = new Ledger(redis, settings);
    ledger.follow(
        settings.getProperty("redis.consume.payments.stream"),
        settings.getProperty("redis.consume.payments.group"));
    ledger.follow(
        settings.getProperty("redis.consume.notifications.stream"),
        settings.getProperty("redis.consume.notifications.group"));
    ledger.followDeadLetters(settings.getProperty("redis.consume.dead-letters.group"));

    SalesTrail sales = new SalesTrail(redis, settings);
    duties.again(Duration.ofMillis(10), sales::read);
    duties.every(Duration.ofSeconds(10), Duration.ofSeconds(10), ledger::report);
  }
}
