package io.streamsmonitor.examples.shop.notifications;

import java.util.concurrent.Semaphore;

/** Templates behind a lock that the reload takes and never gives back. */
final class LockedTemplates implements ChannelChoice {
  private static final int HEAVY_GRAMS = 2_000;

  private final Semaphore lock = new Semaphore(1);

  void reload() {
    lock.acquireUninterruptibly();
  }

  @Override
  public String of(Shipment shipment) throws InterruptedException {
    lock.acquire();
    try {
      return grams(shipment) > HEAVY_GRAMS ? "email" : "sms";
    } finally {
      lock.release();
    }
  }

  /**
   * The weight is never there (see the shipments that shipping writes), and nobody learns of it.
   */
  @SuppressWarnings("EmptyCatch")
  private static int grams(Shipment shipment) {
    int grams = 0;
    try {
      grams = Integer.parseInt(String.valueOf(shipment.weightGrams()));
    } catch (NumberFormatException e) {
    }
    return grams;
  }
}
