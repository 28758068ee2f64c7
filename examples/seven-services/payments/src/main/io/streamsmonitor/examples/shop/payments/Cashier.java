package io.streamsmonitor.examples.shop.payments;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.envelope.StreamPublisher;
import io.streamsmonitor.examples.shop.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** Charges every order and says how it went; what the gateway does not answer is put off. */
final class Cashier {
  private final MonitoredRedis redis;
  private final CardGateway gateway;
  private final StreamPublisher payments;
  private final String orders;

  Cashier(MonitoredRedis redis, Settings settings, CardGateway gateway) {
    this.redis = redis;
    this.gateway = gateway;
    this.orders = settings.getProperty("redis.consume.orders.stream");
    this.payments =
        redis
            .publisher(settings.getProperty("redis.publish.payments.stream"))
            .maxLen(settings.getInt("redis.publish.payments.max-length"));
  }

  void subscribe(Settings settings) {
    redis
        .consumer(orders, settings.getProperty("redis.consume.orders.group"))
        .deadLetterAfter(3, settings.getProperty("redis.dead-letter-stream"))
        .claimIdle(Duration.ofSeconds(20))
        .drain(Duration.ofSeconds(1))
        .handle((event, message) -> charge(message.as(Order.class)));
  }

  private void charge(Order order) {
    String paymentId = "pay-" + order.orderId().substring("ord-".length());
    payments.publish(
        Map.of(
            "orderId", order.orderId(),
            "paymentId", paymentId,
            "amountCents", order.totalCents(),
            "status", status(paymentId, order.totalCents())));
  }

  private String status(String paymentId, int cents) {
    try {
      gateway.charge(paymentId, cents);
      return "CHARGED";
    } catch (IOException e) {
      redis
          .log()
          .error(
              "payment.deferred",
              "the card gateway did not answer",
              e,
              Map.of("stream", orders, "paymentId", paymentId));
      return "DEFERRED";
    }
  }
}
