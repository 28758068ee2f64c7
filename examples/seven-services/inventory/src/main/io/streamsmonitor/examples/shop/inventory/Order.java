package io.streamsmonitor.examples.shop.inventory;

/** What inventory needs to know of an order. */
record Order(String orderId, String sku, int quantity) {}
