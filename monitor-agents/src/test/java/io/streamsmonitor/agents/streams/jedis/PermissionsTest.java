package io.streamsmonitor.agents.streams.jedis;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.streams.StreamFilter;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadGroupParams;

/** A user with the least privilege that suffices, and one with a permission less. */
class PermissionsTest extends ProbeFixture {
  private static final String USER = "watcher";
  private static final List<String> LEAST =
      List.of(
          "-@all",
          "+hello",
          "+ping",
          "+time",
          "+client|setname",
          "+info",
          "+command|info",
          "+scan",
          "+type",
          "+xinfo",
          "+xlen",
          "+xpending",
          "+xrange",
          "+xrevrange");

  private final String word = "w" + server.port();

  @BeforeEach
  void workWaits() {
    for (String stream : List.of("s1", "s2")) {
      redis.xgroupCreate(stream, "g", new StreamEntryID("0-0"), true);
      for (int i = 1; i <= 9; i++) {
        add(stream, i + "-0");
      }
      read(stream, "g", "c", 3);
    }
  }

  @AfterEach
  void forgetUser() {
    redis.aclDelUser(USER);
  }

  private RedisProbe limited(List<String> rules) throws RedisUnavailable {
    List<String> all = new ArrayList<>(List.of("reset", "on", ">" + word));
    all.addAll(rules);
    redis.aclSetUser(USER, all.toArray(String[]::new));
    return JedisProbe.connect(
        server.url().replace("://", "://" + USER + ":" + word + "@"), StreamFilter.ALL);
  }

  private static StreamPoll everything(RedisProbe probe) throws RedisUnavailable {
    probe.ping();
    probe.info("server");
    probe.commands(List.of("XINFO"));
    return probe.survey();
  }

  @Test
  void theLeastPrivilegeSuffices() throws RedisUnavailable {
    List<String> rules = new ArrayList<>(LEAST);
    rules.add("%R~*");
    try (RedisProbe probe = limited(rules)) {
      StreamPoll poll = everything(probe);

      assertThat(poll.gaps()).isEmpty();
      assertThat(group(poll, "s1").entries()).hasSize(3);
      assertThat(lag(group(poll, "s1")).exact()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "+ping, PING is not permitted: grant +ping",
    "+time, TIME is not permitted: grant +time",
    "+info, INFO is not permitted: grant +info",
    "+command|info, COMMAND is not permitted: grant +command|info (optional)",
    "+scan, SCAN is not permitted: grant +scan",
    "+xinfo, XINFO is not permitted: grant +xinfo",
    "+xpending, XPENDING is not permitted: grant +xpending",
    "+xrange, XRANGE is not permitted: grant +xrange",
    "+xrevrange, XREVRANGE is not permitted: grant +xrevrange",
  })
  void aMissingPermissionIsNamedOnceAndEndsNothing(String missing, String sentence)
      throws RedisUnavailable {
    List<String> rules = new ArrayList<>(LEAST);
    rules.remove(missing);
    rules.add("%R~*");
    try (RedisProbe probe = limited(rules)) {
      assertThat(everything(probe).gaps()).containsExactly(sentence);
      assertThat(probe.poll().gaps()).contains(sentence);
    }
  }

  @Test
  void aMissingXlenIsNamedWhereLargeEntriesNeedIt() throws RedisUnavailable {
    String big = "x".repeat(300_000);
    redis.xadd("s1", new StreamEntryID("10-0"), Map.of("f", big));
    List<String> rules = new ArrayList<>(LEAST);
    rules.remove("+xlen");
    rules.add("%R~*");
    try (RedisProbe probe = limited(rules)) {
      assertThat(everything(probe).gaps()).isEmpty();
      StreamPoll poll = probe.poll();
      assertThat(poll.gaps()).containsExactly("XLEN is not permitted: grant +xlen");
      assertThat(group(poll, "s1").lag()).isNull();
      assertThat(lag(group(probe.poll(), "s1")).value()).isEqualTo(7);
    }
  }

  @Test
  void withoutSetnameTheProbeConnectsAllTheSame() throws RedisUnavailable {
    List<String> rules = new ArrayList<>(LEAST);
    rules.remove("+client|setname");
    rules.add("%R~*");
    try (RedisProbe probe = limited(rules)) {
      assertThat(everything(probe).streams()).hasSize(2);
    }
  }

  @Test
  void aKeyThatMayNotBeReadIsNamedWithItsPattern() throws RedisUnavailable {
    List<String> rules = new ArrayList<>(LEAST);
    rules.add("%R~s1");
    try (RedisProbe probe = limited(rules)) {
      StreamPoll poll = everything(probe);

      assertThat(poll.streams()).extracting(s -> s.name().display()).containsExactly("s1");
      assertThat(poll.gaps())
          .containsExactly("stream \"s2\" may not be read: grant %R~s2 (~s2 before Redis 7)");
    }
  }

  @Test
  void whoWaitsForEntriesIsSeenWherePermitted() throws Exception {
    redis.xgroupCreate("quiet", "g", new StreamEntryID("0-0"), true);
    try (Jedis reader = server.jedis()) {
      reader.clientSetname("shop/c-1");
      Thread blocked = new Thread(() -> wait(reader));
      blocked.start();
      while (!redis.clientList().contains("cmd=xreadgroup")) {
        Thread.onSpinWait();
      }
      assertThat(probe.blockedReaders()).containsExactly("shop/c-1");
      add("quiet", "1-0");
      blocked.join();
    }
  }

  private static void wait(Jedis reader) {
    reader.xreadGroup(
        "g",
        "c-1",
        XReadGroupParams.xReadGroupParams().block(20_000),
        Map.of("quiet", StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
  }

  @Test
  void whoWaitsForEntriesStaysUnknownWhereNotPermitted() throws RedisUnavailable {
    List<String> rules = new ArrayList<>(LEAST);
    rules.add("%R~*");
    try (RedisProbe probe = limited(rules)) {
      assertThat(probe.blockedReaders()).isEmpty();
      assertThat(probe.poll().gaps())
          .containsExactly("CLIENT LIST is not permitted: grant +client|list (optional)");
    }
  }
}
