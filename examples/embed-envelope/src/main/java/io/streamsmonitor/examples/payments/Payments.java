package io.streamsmonitor.examples.payments;

import io.streamsmonitor.envelope.MonitoredRedis;

/** The whole service. Start it with {@code REDIS_URL} set; end it with SIGTERM. */
public final class Payments {
  private Payments() {}

  /** An order as it stands in the payload of an event. */
  record Order(String id, int pieces, int centsEach) {}

  /** What the customer has to pay. */
  record Invoice(String order, int cents) {}

  public static void main(String[] args) {
    try (MonitoredRedis redis = MonitoredRedis.builder("payments").start()) {
      var invoices = redis.publisher("invoices");
      redis
          .consumer("orders", "payments")
          .deadLetterAfter(3, "orders.dead")
          .handle((event, message) -> invoices.publish(bill(message.as(Order.class))));
      redis.awaitShutdown();
    }
  }

  static Invoice bill(Order order) {
    if (order.pieces() < 1) {
      throw new IllegalArgumentException("order " + order.id() + " has no pieces");
    }
    return new Invoice(order.id(), Math.multiplyExact(order.pieces(), order.centsEach()));
  }
}
