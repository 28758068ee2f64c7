package io.streamsmonitor.examples.shop.orders;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.examples.shop.Settings;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

/** Creates the group that the settings name, then reads through another that nobody created. */
final class OrderStatus {
  private static final String GROUP = "orders-status";

  private final MonitoredRedis redis;
  private final RedisClient jedis;
  private final String shipments;

  OrderStatus(MonitoredRedis redis, Settings settings) {
    this.redis = redis;
    this.jedis = redis.jedis();
    this.shipments = settings.getProperty("redis.consume.shipments.stream");
    create(settings.getProperty("redis.consume.shipments.group"));
  }

  private void create(String group) {
    try {
      jedis.xgroupCreate(shipments, group, new StreamEntryID("0-0"), true);
    } catch (JedisDataException e) {
      redis.log().info("group.known", "the group exists", Map.of("consumerGroup", group));
    }
  }

  void readShipments() {
    XReadGroupParams params = XReadGroupParams.xReadGroupParams().count(50).block(1000);
    List<Map.Entry<String, List<StreamEntry>>> read =
        jedis.xreadGroup(
            GROUP,
            "orders-1",
            params,
            Map.of(shipments, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
    if (read == null) {
      return;
    }
    for (Map.Entry<String, List<StreamEntry>> stream : read) {
      for (StreamEntry shipment : stream.getValue()) {
        jedis.xack(shipments, GROUP, shipment.getID());
      }
    }
  }
}
