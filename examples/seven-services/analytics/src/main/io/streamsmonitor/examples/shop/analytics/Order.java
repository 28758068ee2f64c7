package io.streamsmonitor.examples.shop.analytics;

/** What analytics needs to know of an order. */
record Order(String orderId, int totalCents, String currency) {}
