package io.streamsmonitor.examples.shop.orders;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.envelope.StreamPublisher;
import io.streamsmonitor.examples.shop.Settings;
import java.util.List;
import java.util.Map;

/** Places orders: at first those that came in overnight, then one a tick. */
final class Checkout {
  /** Of every 260 orders one is a bulk order. */
  private static final int BULK_EVERY = 260;

  private static final int OVERNIGHT_A_TICK = 4;
  private static final List<String> ARTICLES = List.of("lamp", "chair", "desk", "shelf", "rug");

  private final StreamPublisher orders;
  private final int backlog;
  private int placed;

  Checkout(MonitoredRedis redis, Settings settings) {
    String stream = settings.getProperty("redis.publish.orders.stream");
    int maxLength = settings.getInt("redis.publish.orders.max-length");
    this.orders = redis.publisher(stream).maxLen(maxLength);
    this.backlog = settings.getInt("shop.backlog");
  }

  /** Places the orders of one tick and returns the number of the last. */
  int tick() {
    int orderCount = placed < backlog ? OVERNIGHT_A_TICK : 1;
    for (int i = 0; i < orderCount; i++) {
      place(++placed);
    }
    return placed;
  }

  private void place(int number) {
    int quantity = number % BULK_EVERY == 0 ? 100 : 1 + number % 3;
    orders.publish(
        Map.of(
            "orderId",
            "ord-" + number,
            "customerId",
            "cus-" + number % 97,
            "sku",
            ARTICLES.get(number % ARTICLES.size()),
            "quantity",
            quantity,
            "totalCents",
            quantity * 1_990,
            "currency",
            "EUR"));
  }
}
