package io.streamsmonitor.examples.shop.notifications;

/** How to reach the customer about a parcel. */
@FunctionalInterface
interface ChannelChoice {
  /** Returns {@code email} or {@code sms}. */
  String of(Shipment shipment) throws InterruptedException;
}
