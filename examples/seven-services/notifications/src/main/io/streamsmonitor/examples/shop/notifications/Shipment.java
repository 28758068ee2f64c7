package io.streamsmonitor.examples.shop.notifications;

import org.jspecify.annotations.Nullable;

/** What notifications needs to know of a shipment. */
record Shipment(String orderId, String trackingId, @Nullable Integer weightGrams) {}
