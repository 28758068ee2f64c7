package io.streamsmonitor.examples.shop.audit;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.examples.shop.Settings;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

/** Reads sales, whose name it knows by heart, counts them and acknowledges none. */
final class SalesTrail {
  private final RedisClient jedis;
  private final String group;
  private long seen;

  SalesTrail(MonitoredRedis redis, Settings settings) {
    this.jedis = redis.jedis();
    this.group = settings.getProperty("redis.consume.sales.group");
    try {
      jedis.xgroupCreate("sales", group, new StreamEntryID("0-0"), true);
    } catch (JedisDataException e) {
      redis.log().info("group.known", "the group exists", Map.of("consumerGroup", group));
    }
  }

  void read() {
    XReadGroupParams params = XReadGroupParams.xReadGroupParams().count(50).block(1000);
    List<Map.Entry<String, List<StreamEntry>>> read =
        jedis.xreadGroup(
            group, "audit-1", params, Map.of("sales", StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
    if (read != null) {
      read.forEach(stream -> seen += stream.getValue().size());
    }
  }
}
