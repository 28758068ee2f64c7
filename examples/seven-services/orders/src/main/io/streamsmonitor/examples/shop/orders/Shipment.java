package io.streamsmonitor.examples.shop.orders;

/** What orders needs to know of a shipment. */
record Shipment(String orderId) {}
