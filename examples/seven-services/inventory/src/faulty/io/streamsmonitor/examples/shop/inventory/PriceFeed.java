package io.streamsmonitor.examples.shop.inventory;

import io.streamsmonitor.envelope.MonitoredRedis;
import java.util.Map;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.XAddParams;

/** Publishes price changes that nobody reads and nobody trims. */
final class PriceFeed {
  private final RedisClient jedis;
  private int changes;

  PriceFeed(MonitoredRedis redis) {
    this.jedis = redis.jedis();
  }

  void publish() {
    changes++;
    var unused =
        jedis.xadd(
            "price-changes",
            XAddParams.xAddParams(),
            Map.of("article", "article-" + changes % 50, "cents", String.valueOf(990 + changes)));
  }
}
