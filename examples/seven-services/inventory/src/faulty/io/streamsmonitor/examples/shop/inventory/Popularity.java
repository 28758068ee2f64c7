package io.streamsmonitor.examples.shop.inventory;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.examples.shop.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.XAutoClaimParams;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

/** Counts clicks. A click it cannot count is claimed and tried again, for ever. */
final class Popularity {
  private static final String CONSUMER = "inventory-1";
  private static final long CLAIM_IDLE_MILLIS = 1_500;

  private final MonitoredRedis redis;
  private final RedisClient jedis;
  private final String clicks;
  private final String group;
  private final Map<String, Long> dwellMillis = new HashMap<>();

  Popularity(MonitoredRedis redis, Settings settings) {
    this.redis = redis;
    this.jedis = redis.jedis();
    this.clicks = settings.getProperty("redis.consume.clicks.stream");
    this.group = settings.getProperty("redis.consume.clicks.group");
    try {
      jedis.xgroupCreate(clicks, group, new StreamEntryID("0-0"), true);
    } catch (JedisDataException e) {
      redis.log().info("group.known", "the group exists", Map.of("consumerGroup", group));
    }
  }

  void readClicks() {
    XReadGroupParams params = XReadGroupParams.xReadGroupParams().count(50).block(1000);
    List<Map.Entry<String, List<StreamEntry>>> read =
        jedis.xreadGroup(
            group, CONSUMER, params, Map.of(clicks, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
    if (read != null) {
      read.forEach(stream -> stream.getValue().forEach(this::count));
    }
  }

  void retryPending() {
    Map.Entry<StreamEntryID, List<StreamEntry>> claimed =
        jedis.xautoclaim(
            clicks,
            group,
            CONSUMER,
            CLAIM_IDLE_MILLIS,
            new StreamEntryID("0-0"),
            XAutoClaimParams.xAutoClaimParams().count(50));
    claimed.getValue().forEach(this::count);
  }

  private synchronized void count(StreamEntry click) {
    Map<String, String> fields = click.getFields();
    try {
      String article = fields.getOrDefault("article", "unknown");
      long dwell = Long.parseLong(fields.getOrDefault("dwellMillis", "0"));
      dwellMillis.merge(article, dwell, Long::sum);
      jedis.xack(clicks, group, click.getID());
    } catch (NumberFormatException e) {
      redis
          .log()
          .warn(
              "click.rejected",
              "a click could not be counted and will be tried again",
              Map.of("stream", clicks, "messageId", click.getID().toString()));
    }
  }
}
