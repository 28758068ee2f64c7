package io.streamsmonitor.examples.shop.inventory;

import io.streamsmonitor.envelope.MonitoredRedis;
import java.util.Map;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;

/** Creates the group of a service that was never deployed. */
final class FraudCheck {
  private static final String GROUP = "fraud-check";

  private FraudCheck() {}

  static void prepare(MonitoredRedis redis) {
    RedisClient jedis = redis.jedis();
    try {
      jedis.xgroupCreate("reservations", GROUP, new StreamEntryID("0-0"), true);
    } catch (JedisDataException e) {
      redis.log().info("group.known", "the group exists", Map.of("consumerGroup", GROUP));
    }
  }
}
