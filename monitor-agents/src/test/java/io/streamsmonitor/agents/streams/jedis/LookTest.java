package io.streamsmonitor.agents.streams.jedis;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.PendingEntry;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XClaimParams;

class LookTest extends ProbeFixture {

  @Test
  void tellsTheTrueLagWhereTheServerSaysNullOrTooMuch() throws RedisUnavailable {
    add("late", "1-0");
    add("late", "2-0");
    redis.xgroupCreate("late", "g", StreamEntryID.XGROUP_LAST_ENTRY, false);
    add("late", "3-0");
    redis.xgroupCreate("capped", "g", new StreamEntryID("0-0"), true);
    add("capped", "0-1");
    read("capped", "g", "c", 1);
    for (int i = 1; i <= 999; i++) {
      redis.xadd("capped", Map.of("f", "v"), XAddParams.xAddParams().id(i + "-0").maxLen(100));
    }
    read("capped", "g", "c", 60);

    StreamPoll poll = probe.survey();

    assertThat(group(poll, "late").serverLag()).isNull();
    assertThat(lag(group(poll, "late")).value()).isEqualTo(1);
    assertThat(group(poll, "capped").serverLag()).isEqualTo(939);
    assertThat(lag(group(poll, "capped")).value()).isEqualTo(40);
    assertThat(lag(group(poll, "capped")).exact()).isTrue();
  }

  @Test
  void carriesALongLagOnWithoutCountingAgain() throws RedisUnavailable {
    redis.xgroupCreate("s", "g", new StreamEntryID("0-0"), true);
    for (int i = 1; i <= 2_000; i++) {
      add("s", i + "-0");
    }
    read("s", "g", "c", 10);
    assertThat(lag(group(probe.survey(), "s")).method()).isEqualTo("counted");
    for (int i = 2_001; i <= 2_030; i++) {
      add("s", i + "-0");
    }

    Lag later = lag(group(probe.poll(), "s"));

    assertThat(later.method()).isEqualTo("history");
    assertThat(later.value()).isEqualTo(2_020);
    assertThat(later.next()).isEqualTo(new StreamId(11, 0));
  }

  @Test
  void doesNotCountAStillStreamAgain() throws RedisUnavailable {
    redis.xgroupCreate("s", "g", new StreamEntryID("0-0"), true);
    for (int i = 1; i <= 50; i++) {
      add("s", i + "-0");
    }
    read("s", "g", "c", 10);
    probe.survey();

    Lag later = lag(group(probe.poll(), "s"));

    assertThat(later.method()).isEqualTo("history");
    assertThat(later.value()).isEqualTo(40);
  }

  @Test
  void saysAtLeastWhereALagIsTooLongToCount() throws RedisUnavailable {
    redis.xgroupCreate("long", "g", new StreamEntryID("0-0"), true);
    try (Pipeline pipe = redis.pipelined()) {
      for (int i = 1; i <= 12_000; i++) {
        pipe.xadd("long", Map.of("f", "v"), XAddParams.xAddParams().id(i + "-0"));
      }
    }
    redis.xgroupSetID("long", "g", new StreamEntryID("5-0"));

    GroupSnapshot group = group(probe.poll(), "long");

    assertThat(lag(group).method()).isEqualTo("at-least");
    assertThat(lag(group).value()).isBetween(10_000L, 11_995L);
    assertThat(lag(group).surelyAbove(100)).isTrue();
  }

  @Test
  void findsTheBadEntryAtPlace400Of500() throws RedisUnavailable {
    redis.xgroupCreate("s", "g", new StreamEntryID("0-0"), true);
    for (int i = 1; i <= 500; i++) {
      add("s", i + "-0");
    }
    read("s", "g", "c", 500);
    redis.xclaim(
        "s", "g", "c", 0, XClaimParams.xClaimParams().retryCount(9), new StreamEntryID("400-0"));

    List<PendingEntry> entries = group(probe.poll(), "s").entries();

    assertThat(entries).hasSize(500);
    assertThat(entries.get(399).deliveries()).isEqualTo(9);
  }

  @Test
  void seesAllOfALongListOfPendingEntriesInTurns() throws RedisUnavailable {
    redis.xgroupCreate("s", "g", new StreamEntryID("0-0"), true);
    for (int i = 1; i <= 3_000; i++) {
      add("s", i + "-0");
    }
    read("s", "g", "c", 3_000);

    Set<StreamId> seen = new HashSet<>();
    for (int look = 0; look < 7; look++) {
      group(probe.poll(), "s").entries().forEach(e -> seen.add(e.id()));
    }

    assertThat(seen).hasSize(3_000);
  }

  @Test
  void forgetsWhatItKnewOfAStreamMadeAnew() throws RedisUnavailable {
    redis.xgroupCreate("s", "g", new StreamEntryID("0-0"), true);
    for (int i = 1; i <= 50; i++) {
      add("s", i + "-0");
    }
    read("s", "g", "c", 10);
    probe.survey();
    redis.del("s");
    redis.xgroupCreate("s", "g", new StreamEntryID("0-0"), true);
    for (int i = 8; i <= 20; i++) {
      add("s", i + "-0");
    }
    redis.xgroupSetID("s", "g", new StreamEntryID("10-0"));

    assertThat(lag(group(probe.poll(), "s")).value()).isEqualTo(10);
  }
}
