package io.streamsmonitor.agents.streams.jedis;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;

/** Streams whose XINFO reply is too large to be asked for at every look. */
class LargeEntriesTest extends ProbeFixture {
  private static final String BIG = "x".repeat(300_000);

  @BeforeEach
  void aStreamOfLargeEntries() throws RedisUnavailable {
    redis.xgroupCreate("big", "g", new StreamEntryID("0-0"), true);
    for (int i = 1; i <= 4; i++) {
      put(i);
    }
    read("big", "g", "c", 2);
    assertThat(lag(group(probe.survey(), "big")).value()).isEqualTo(2);
  }

  private void put(int id) {
    redis.xadd("big", new StreamEntryID(id + "-0"), Map.of("f", BIG));
  }

  private Lag lagNow() throws RedisUnavailable {
    return lag(group(probe.poll(), "big"));
  }

  @Test
  void areAskedForTheirLengthMostly() throws RedisUnavailable {
    long before = calls("xinfo|stream");
    put(5);
    StreamPoll poll = probe.poll();
    assertThat(poll.streams().get(0).length()).isEqualTo(5);
    assertThat(poll.streams().get(0).lastId()).isEqualTo(new StreamId(4, 0));
    assertThat(calls("xinfo|stream") - before).isZero();
  }

  @Test
  void haveTheirLagCarriedOnWhileNothingHappens() throws RedisUnavailable {
    assertThat(lagNow().method()).isEqualTo("history");
    assertThat(lagNow().value()).isEqualTo(2);
  }

  @Test
  void haveTheirLagCountedWhenEntriesAreAdded() throws RedisUnavailable {
    put(5);
    assertThat(lagNow()).isEqualTo(new Lag(3, true, "counted", null, new StreamId(3, 0)));
  }

  @Test
  void areCaughtUpWhenTheNewestEntryWasRead() throws RedisUnavailable {
    put(5);
    read("big", "g", "c", 9);
    assertThat(lagNow()).isEqualTo(new Lag(0, true, "caught-up", null));
  }

  @Test
  void haveTheirLagCountedWhenEntriesAreRemoved() throws RedisUnavailable {
    redis.xdel("big", new StreamEntryID("4-0"));
    assertThat(lagNow().value()).isEqualTo(1);
    redis.xtrim("big", 0, false);
    assertThat(lagNow()).isEqualTo(new Lag(0, true, "empty", null));
  }

  @Test
  void areUnreadAsAWholeByAGroupThatReadNothing() throws RedisUnavailable {
    redis.xgroupSetID("big", "g", new StreamEntryID("0-0"));
    put(5);
    redis.xdel("big", new StreamEntryID("1-0"));
    assertThat(lagNow()).isEqualTo(new Lag(4, true, "all-unread", null));
  }

  @Test
  void haveALowerBoundWhereCountingWouldTakeTooManyBytes() throws RedisUnavailable {
    for (int i = 5; i <= 30; i++) {
      put(i);
    }
    Lag lag = lagNow();
    assertThat(lag.method()).isEqualTo(Lag.AT_LEAST);
    assertThat(lag.value()).isBetween(10L, 27L);
    assertThat(lag(group(probe.survey(), "big")))
        .extracting(Lag::value, Lag::exact)
        .containsExactly(28L, true);
  }

  private long calls(String command) {
    return redis
        .info("commandstats")
        .lines()
        .filter(line -> line.startsWith("cmdstat_" + command + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll(".*calls=(\\d+),.*", "$1")))
        .sum();
  }
}
