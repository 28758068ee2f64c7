package io.streamsmonitor.examples.shop.shipping;

import java.util.LinkedHashMap;
import java.util.Map;

/** Orders that are paid or reserved, but not yet both; the oldest give way beyond the limit. */
final class OpenOrders {
  private static final int LIMIT = 2_000;

  private final Map<String, Half> waiting =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Half> eldest) {
          return size() > LIMIT;
        }
      };

  private enum Half {
    PAID,
    RESERVED
  }

  /** Whether the order, now paid, was reserved before and can be shipped. */
  boolean paid(String orderId) {
    return complete(orderId, Half.PAID);
  }

  /** Whether the order, now reserved, was paid before and can be shipped. */
  boolean reserved(String orderId) {
    return complete(orderId, Half.RESERVED);
  }

  private synchronized boolean complete(String orderId, Half half) {
    Half other = waiting.putIfAbsent(orderId, half);
    if (other == null || other == half) {
      return false;
    }
    waiting.remove(orderId);
    return true;
  }
}
