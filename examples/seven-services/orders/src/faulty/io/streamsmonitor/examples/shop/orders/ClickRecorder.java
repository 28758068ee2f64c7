package io.streamsmonitor.examples.shop.orders;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.examples.shop.Settings;
import java.util.Map;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;

/** Records what visitors look at, on a stream that nothing ever trims. */
final class ClickRecorder {
  private static final int BROKEN_CLICK = 12;

  private final RedisClient jedis;
  private final String clicks;
  private int recorded;

  ClickRecorder(MonitoredRedis redis, Settings settings) {
    this.jedis = redis.jedis();
    this.clicks = settings.getProperty("redis.publish.clicks.stream");
  }

  void record() {
    recorded++;
    String dwellMillis = recorded == BROKEN_CLICK ? "unknown" : String.valueOf(recorded % 900);
    var unused =
        jedis.xadd(
            clicks,
            StreamEntryID.NEW_ENTRY,
            Map.of("article", "article-" + recorded % 50, "dwellMillis", dwellMillis));
  }
}
