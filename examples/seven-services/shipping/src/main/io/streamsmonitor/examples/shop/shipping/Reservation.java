package io.streamsmonitor.examples.shop.shipping;

/** What shipping needs to know of a reservation. */
record Reservation(String orderId, int quantity) {}
