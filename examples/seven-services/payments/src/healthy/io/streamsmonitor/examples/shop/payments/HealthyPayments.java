package io.streamsmonitor.examples.shop.payments;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.examples.shop.Duties;
import io.streamsmonitor.examples.shop.Settings;
import io.streamsmonitor.examples.shop.ShopService;
import java.util.Map;

/** Charges every order at a gateway that answers at once. */
final class HealthyPayments implements ShopService {
  @Override
  public void start(MonitoredRedis redis, Settings settings, Duties duties) {
    CardGateway gateway =
        (paymentId, cents) ->
            redis
                .log()
                .info("payment.charged", "charged", Map.of("paymentId", paymentId, "cents", cents));
    new Cashier(redis, settings, gateway).subscribe(settings);
  }
}
