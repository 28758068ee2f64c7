package io.streamsmonitor.examples.shop.payments;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.examples.shop.Duties;
import io.streamsmonitor.examples.shop.Settings;
import io.streamsmonitor.examples.shop.ShopService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Charges at a gateway that stops answering, and logs the key it signs in with. */
final class FaultyPayments implements ShopService {
  @Override
  public void start(MonitoredRedis redis, Settings settings, Duties duties) {
    try {
      new Cashier(redis, settings, StallingGateway.open()).subscribe(settings);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the gateway's socket", e);
    }
    duties.after(Duration.ofSeconds(8), new LedgerLogin(redis)::signIn);
  }
}
