package io.streamsmonitor.examples.shop.shipping;

/** What shipping needs to know of a payment. */
record Payment(String orderId, int amountCents) {}
