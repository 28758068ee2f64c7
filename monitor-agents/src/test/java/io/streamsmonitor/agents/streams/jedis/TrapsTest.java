package io.streamsmonitor.agents.streams.jedis;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XClaimParams;
import redis.clients.jedis.params.XPendingParams;

/** What makes other watchers cry wolf, or sleep: every rule on a real server. */
class TrapsTest extends WatchFixture {
  private int newest;

  private void group(String stream) {
    redis.xgroupCreate(stream, "g", new StreamEntryID("0-0"), true);
  }

  private void add(String stream, int count, int maxLen) {
    for (int i = 0; i < count; i++) {
      XAddParams params = XAddParams.xAddParams().id(++newest + "-0");
      redis.xadd(stream, Map.of("f", "v"), maxLen > 0 ? params.maxLen(maxLen) : params);
    }
  }

  /** Reads and acknowledges. */
  private void work(String stream, int count) {
    read(stream, "g", "c", count);
    redis
        .xpending(stream, "g", XPendingParams.xPendingParams().count(1_000))
        .forEach(entry -> redis.xack(stream, "g", entry.getID()));
  }

  private static List<Draft> of(List<Draft> drafts, String rule) {
    return drafts.stream().filter(d -> d.rule().id().equals(rule)).toList();
  }

  @Test
  void aCappedSawtoothNeitherGrowsNorIsUnbounded() throws RedisUnavailable {
    group("saw");
    add("saw", 300, 100);
    work("saw", 1_000);
    for (int tooth = 0; tooth < 3; tooth++) {
      for (int rise = 0; rise < 5; rise++) {
        add("saw", 50, 0);
        work("saw", 1_000);
        assertThat(look()).isEmpty();
      }
      redis.xtrim("saw", 100, false);
    }
  }

  @Test
  void aBurstThatDrainsIsTakenBack() throws RedisUnavailable {
    group("burst");
    assertThat(look()).isEmpty();
    add("burst", 1_000, 0);
    assertThat(look()).containsExactly("stream.consumer-lag burst");
    for (int i = 0; i < 3; i++) {
      work("burst", 150);
      look();
    }
    work("burst", 150);
    List<Draft> lag = of(drafts(), "stream.consumer-lag");
    assertThat(lag).hasSize(1);
    assertThat(lag.get(0).resolution()).contains("draining: gone in about 13 s");
    work("burst", 1_000);
    assertThat(drafts()).isEmpty();
  }

  @Test
  void aGroupAtTheEndHasNothingToRead() throws RedisUnavailable {
    add("late", 500, 0);
    redis.xgroupCreate("late", "g", StreamEntryID.XGROUP_LAST_ENTRY, false);
    assertThat(looks(8)).isEmpty();
  }

  @Test
  void anUnreadEntryThatWasDeletedIsNeitherLagNorLoss() throws RedisUnavailable {
    group("del");
    add("del", 200, 0);
    work("del", 100);
    for (int i = 1; i <= 100; i++) {
      redis.xdel("del", new StreamEntryID((100 + i) + "-0"));
      if (i % 20 == 0) {
        redis.xlen("del");
        assertThat(look()).isEmpty();
      }
    }
    assertThat(looks(3)).isEmpty();
  }

  @Test
  void idsThatAreNoClockSayNothingOfTime() throws RedisUnavailable {
    group("custom");
    add("custom", 20, 0);
    read("custom", "g", "c", 20);
    assertThat(looks(4)).isEmpty();
  }

  @Test
  void anIdWithoutAnEntryIsNoLag() throws RedisUnavailable {
    group("set");
    add("set", 10, 0);
    work("set", 10);
    assertThat(look()).isEmpty();
    redis.sendCommand(
        () -> "XSETID".getBytes(StandardCharsets.US_ASCII), "set", "900-0", "ENTRIESADDED", "900");
    assertThat(looks(6)).isEmpty();
  }

  @Test
  void aStreamMadeAnewAndSmallerBeginsAnew() throws RedisUnavailable {
    group("anew");
    add("anew", 400, 0);
    work("anew", 350);
    assertThat(looks(3)).isEmpty();
    redis.del("anew");
    newest = 0;
    group("anew");
    add("anew", 5, 0);
    work("anew", 5);
    assertThat(looks(6)).isEmpty();
  }

  @Test
  void aKeyOfAnotherTypeIsNoStream() throws RedisUnavailable {
    group("swap");
    add("swap", 400, 0);
    assertThat(look()).contains("stream.consumer-lag swap");
    redis.del("swap");
    redis.lpush("swap", "x");
    assertThat(looks(2)).isEmpty();
  }

  @Test
  void trimmingUnreadEntriesIsALossAndDeletingThemIsNot() throws RedisUnavailable {
    for (String stream : List.of("trim", "xdel", "read")) {
      newest = 0;
      group(stream);
      add(stream, 60, 0);
      work(stream, stream.equals("read") ? 60 : 10);
    }
    assertThat(look()).isEmpty();
    redis.xtrim("trim", 20, false);
    redis.xtrim("read", 20, false);
    for (int i = 11; i <= 40; i++) {
      redis.xdel("xdel", new StreamEntryID(i + "-0"));
    }
    List<Draft> drafts = of(drafts(), "stream.unread-trimmed");
    assertThat(drafts).hasSize(1);
    assertThat(drafts.get(0).subject().stream()).isEqualTo("trim");
    assertThat(drafts.get(0).details()).containsEntry("lostEntries", 30L);
  }

  @Test
  void entriesThatCameAndWereTrimmedBetweenTwoLooksAreCountedByTheReadCounter()
      throws RedisUnavailable {
    group("fast");
    group("kept");
    add("fast", 50, 0);
    add("kept", 50, 0);
    work("fast", 50);
    work("kept", 50);
    assertThat(look()).isEmpty();
    add("fast", 100, 40);
    add("kept", 100, 0);
    work("kept", 100);
    redis.xtrim("kept", 40, false);
    List<Draft> drafts = of(drafts(), "stream.unread-trimmed");
    assertThat(drafts).hasSize(1);
    assertThat(drafts.get(0).subject().stream()).isEqualTo("fast");
    assertThat(drafts.get(0).details()).containsEntry("lostEntries", 60L);
  }

  static Stream<Arguments> names() {
    return Stream.of(
        Arguments.of("with spaces", "with spaces", "\"with spaces\""),
        Arguments.of("say \"hi\"", "say \"hi\"", "\"say \\\"hi\\\"\""),
        Arguments.of("two\nlines", "two\\x0alines", "\"two\\x0alines\""),
        Arguments.of("größe 中", "größe 中", "\"größe 中\""),
        Arguments.of("raw\u00ff", "raw\\xff", "\"raw\\xff\""));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aNameOfAnyBytesIsWatchedAndQuotedAsRedisCliTakesIt(String text, String shown, String quoted)
      throws RedisUnavailable {
    boolean raw = text.startsWith("raw");
    byte[] key = text.getBytes(raw ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    byte[] field = {'f'};
    redis.xgroupCreate(key, key, "0".getBytes(StandardCharsets.US_ASCII), true);
    for (int i = 1; i <= 101; i++) {
      redis.xadd(key, Map.of(field, field), XAddParams.xAddParams().id(i + "-0"));
    }
    List<Draft> drafts = drafts();
    assertThat(drafts).hasSize(1);
    assertThat(drafts.get(0).rule().id()).isEqualTo("stream.consumer-lag");
    assertThat(drafts.get(0).subject().stream()).isEqualTo(shown);
    assertThat(drafts.get(0).subject().group()).isEqualTo(shown);
    assertThat(drafts.get(0).text("evidence")).contains("> XINFO GROUPS " + quoted + "\n");
  }

  @Test
  void theOneBadEntryOfALongListIsNamed() throws RedisUnavailable {
    group("long");
    add("long", 500, 0);
    read("long", "g", "c", 500);
    redis.xclaim(
        "long", "g", "c", 0, XClaimParams.xClaimParams().retryCount(9), new StreamEntryID("400-0"));
    List<Draft> drafts = of(drafts(), "stream.delivery-failure");
    assertThat(drafts).hasSize(1);
    assertThat(drafts.get(0).details()).containsEntry("messageIds", List.of("400-0"));
  }
}
