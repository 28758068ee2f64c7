package io.streamsmonitor.examples.shop.payments;

import java.io.IOException;

/** Charges cards. */
@FunctionalInterface
interface CardGateway {
  /** Returns when the card was charged; throws when the gateway did not answer. */
  void charge(String paymentId, int cents) throws IOException;
}
