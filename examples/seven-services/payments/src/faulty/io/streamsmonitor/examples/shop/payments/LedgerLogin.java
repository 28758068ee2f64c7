package io.streamsmonitor.examples.shop.payments;

import io.streamsmonitor.envelope.MonitoredRedis;
import java.util.Map;
import java.util.Random;

/** Signs in at the ledger and logs the key it did it with. */
final class LedgerLogin {
  private static final String ALPHABET =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

  private final MonitoredRedis redis;

  LedgerLogin(MonitoredRedis redis) {
    this.redis = redis;
  }

  void signIn() {
    redis.log().info("ledger.login", "signed in at the ledger with key " + key(), Map.of());
  }

  /**
   * Made at run time: neither the sources nor the class file hold anything a scanner would find.
   */
  private static String key() {
    StringBuilder key = new StringBuilder(String.join("_", "sk", "live", ""));
    Random random = new Random(20_261);
    for (int i = 0; i < 24; i++) {
      key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return key.toString();
  }
}
