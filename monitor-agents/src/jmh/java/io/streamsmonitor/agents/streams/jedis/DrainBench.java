package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.agents.streams.DeliveryWatch;
import io.streamsmonitor.agents.streams.StreamFilter;
import io.streamsmonitor.agents.streams.StreamHistory;
import io.streamsmonitor.agents.streams.StreamKnowledge;
import io.streamsmonitor.agents.streams.Trend;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import io.streamsmonitor.core.rule.Thresholds;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

/**
 * How well the time is told at which a backlog will be gone: a consumer reads and acknowledges at a
 * constant rate, the fourth look says when it will be done, and then it is waited for.
 */
public final class DrainBench {
  private static final long STEP_NANOS = 20_000_000;
  private static final int ENTRIES = 3_000;
  private static final String STREAM = "drain";

  private DrainBench() {}

  public static void main(String... args) throws RedisUnavailable {
    for (int perStep : new int[] {4, 8, 16}) {
      drain(perStep);
    }
  }

  private static void drain(int perStep) throws RedisUnavailable {
    try (FilledServer filled = new FilledServer().large(0, 1);
        Jedis redis = filled.server.jedis();
        RedisProbe probe = JedisProbe.connect(filled.server.url(), StreamFilter.ALL)) {
      redis.xgroupCreate(STREAM, "g", new StreamEntryID("0-0"), true);
      for (int i = 0; i < ENTRIES; i++) {
        redis.xadd(STREAM, StreamEntryID.NEW_ENTRY, Map.of("f", "v"));
      }
      StreamHistory history =
          new StreamHistory(
              Thresholds.DEFAULT.polling(Duration.ofSeconds(1)),
              StreamKnowledge.NONE,
              new DeliveryWatch());
      long begun = System.nanoTime();
      long told = 0;
      long said = 0;
      long left = ENTRIES;
      Trend trend = new Trend(Trend.State.UNKNOWN, null, 0);
      for (int step = 0; left > 0; step++) {
        if (step % 50 == 0 && step < 200) {
          trend = history.look(probe.poll()).get(0).groups().get(0).trend();
          told = System.nanoTime();
          said = trend.etaMs() == null ? -1 : trend.etaMs();
        }
        left -= work(redis, perStep);
        LockSupport.parkNanos(begun + (step + 1) * STEP_NANOS - System.nanoTime());
      }
      double truth = (System.nanoTime() - told) / 1e6;
      System.out.printf(
          Locale.ROOT,
          "ETA of a live drain of %d entries a second after 4 samples: %s, %d ms, truth %.0f ms,"
              + " off by %.1f %%%n",
          perStep * 50,
          trend.state(),
          said,
          truth,
          Math.abs(said - truth) / truth * 100);
    }
  }

  private static int work(Jedis redis, int count) {
    var read =
        redis.xreadGroup(
            "g",
            "c",
            XReadGroupParams.xReadGroupParams().count(count),
            Map.of(STREAM, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
    if (read == null || read.isEmpty()) {
      return 0;
    }
    List<StreamEntry> entries = read.get(0).getValue();
    redis.xack(
        STREAM, "g", entries.stream().map(StreamEntry::getID).toArray(StreamEntryID[]::new));
    return entries.size();
  }
}
