package io.streamsmonitor.examples.shop.payments;

/** What payments needs to know of an order. */
record Order(String orderId, int totalCents) {}
