package io.streamsmonitor.agents.streams.jedis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamsmonitor.agents.redis.RedisServer;
import io.streamsmonitor.agents.streams.StreamFilter;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.PendingEntry;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XClaimParams;

class JedisProbeTest extends ProbeFixture {

  @Test
  void seesStreamsGroupsConsumersAndPendingEntriesAndNoPayload() throws RedisUnavailable {
    add("orders", "1-0");
    add("orders", "2-0");
    redis.xgroupCreate("orders", "billing", new StreamEntryID("0-0"), false);
    read("orders", "billing", "b-1", 1);
    redis.set("no-stream", "x");

    StreamPoll poll = probe.survey();

    assertThat(poll.streams()).hasSize(1);
    StreamSnapshot orders = poll.streams().get(0);
    assertThat(orders.length()).isEqualTo(2);
    assertThat(orders.entriesAdded()).isEqualTo(2);
    assertThat(orders.fields()).containsExactly("payload");
    GroupSnapshot billing = orders.groups().get(0);
    assertThat(billing.pending()).isEqualTo(1);
    assertThat(billing.consumers().get(0).name().display()).isEqualTo("b-1");
    assertThat(billing.entries()).extracting(PendingEntry::id).containsExactly(new StreamId(1, 0));
    assertThat(lag(billing).value()).isEqualTo(1);
    assertThat(lag(billing).exact()).isTrue();
    assertThat(poll.gaps()).isEmpty();
    assertThat(poll.toString()).doesNotContain("secret value");
  }

  @Test
  void seesTheNamesInsideAJsonPayloadAndNoValue() throws RedisUnavailable {
    redis.xadd(
        "orders",
        Map.of("payload", "{\"orderId\":\"secret\",\"data\":{\"total\":1}}", "note", "{\"x\":1}"),
        XAddParams.xAddParams());
    redis.xadd("orders", Map.of("payload", "{no json"), XAddParams.xAddParams());

    assertThat(probe.payloadFields(Name.of("orders"))).containsExactly("data", "orderId", "total");
    assertThat(probe.payloadFields(Name.of("none"))).isEmpty();
  }

  @Test
  void keepsNamesOfAnyBytes() throws RedisUnavailable {
    byte[] key = {'a', ' ', '"', '\n', (byte) 0xff, (byte) 0xc3, '\\'};
    redis.xadd(key, Map.of(new byte[] {'f'}, new byte[] {'v'}), XAddParams.xAddParams());
    redis.xgroupCreate(key, key, "0".getBytes(StandardCharsets.US_ASCII), false);
    add("größe \u4e2d", "1-0");

    StreamPoll poll = probe.survey();

    assertThat(poll.gaps()).isEmpty();
    StreamSnapshot binary = poll.stream(Name.of(key)).orElseThrow();
    assertThat(binary.groups().get(0).name()).isEqualTo(Name.of(key));
    assertThat(binary.name().display()).isEqualTo("a \"\\x0a\\xff\\xc3\\\\");
    assertThat(poll.stream(Name.of("größe \u4e2d"))).isPresent();
  }

  @Test
  void staysWithTheOthersWhenAKeyVanishesOrChangesItsType() throws RedisUnavailable {
    add("stays", "1-0");
    add("goes", "1-0");
    add("swaps", "1-0");
    assertThat(probe.survey().streams()).hasSize(3);
    redis.del("goes", "swaps");
    redis.set("swaps", "text");

    StreamPoll poll = probe.poll();

    assertThat(poll.streams()).extracting(s -> s.name().display()).containsExactly("stays");
    assertThat(poll.gaps()).isEmpty();
  }

  @Test
  void namesAMissingPermissionOnceWithTheRuleThatGrantsIt() throws RedisUnavailable {
    add("s1", "1-0");
    add("s2", "1-0");
    redis.xgroupCreate("s1", "g", new StreamEntryID("0-0"), false);
    redis.xgroupCreate("s2", "g", new StreamEntryID("0-0"), false);
    read("s1", "g", "c", 1);
    read("s2", "g", "c", 1);
    String word = "w" + server.port();
    redis.aclSetUser(
        "eye", "on", ">" + word, "~s*", "+hello", "+ping", "+time", "+info", "+scan", "+xinfo");
    try (RedisProbe limited =
        JedisProbe.connect(server.url().replace("://", "://eye:" + word + "@"), StreamFilter.ALL)) {
      StreamPoll poll = limited.survey();

      assertThat(poll.streams()).hasSize(2);
      assertThat(poll.gaps()).containsExactly("XPENDING is not permitted: grant +xpending");
      assertThat(limited.clients()).isEmpty();
    } finally {
      redis.aclDelUser("eye");
    }
  }

  @Test
  void looksAtAReadOnlyReplica() throws Exception {
    add("s", "1-0");
    redis.xgroupCreate("s", "g", new StreamEntryID("0-0"), false);
    try (RedisServer replica =
            RedisServer.fresh("--replicaof", "127.0.0.1", Integer.toString(server.port()));
        Jedis follower = replica.jedis();
        RedisProbe reader = JedisProbe.connect(replica.url(), StreamFilter.ALL)) {
      while (!follower.info("replication").contains("master_link_status:up")) {
        Thread.onSpinWait();
      }
      StreamPoll poll = reader.survey();

      assertThat(lag(group(poll, "s")).value()).isEqualTo(1);
      assertThat(poll.gaps()).isEmpty();
    }
  }

  @Test
  void knowsWhichPendingEntriesWereDeleted() throws RedisUnavailable {
    redis.xgroupCreate("s", "g", new StreamEntryID("0-0"), true);
    for (int i = 1; i <= 4; i++) {
      add("s", i + "-0");
    }
    read("s", "g", "c", 3);
    StreamEntryID gone = new StreamEntryID("2-0");
    redis.xclaim("s", "g", "c", 0, XClaimParams.xClaimParams().idle(60_000), gone);
    redis.xclaim(
        "s", "g", "c", 0, XClaimParams.xClaimParams().retryCount(9), new StreamEntryID("3-0"));
    redis.xdel("s", gone);

    List<PendingEntry> entries = group(probe.poll(), "s").entries();

    assertThat(entries)
        .filteredOn(PendingEntry::payloadGone)
        .extracting(PendingEntry::id)
        .containsExactly(new StreamId(2, 0));
    assertThat(entries).hasSize(3);
  }

  @Test
  void readsFromEnvelopesWhoWroteThem() throws RedisUnavailable {
    redis.xadd("s", new StreamEntryID("1-0"), Map.of("originService", "shop", "payload", "x"));
    redis.xadd("s", new StreamEntryID("2-0"), Map.of("payload", "x"));
    redis.xadd("s", new StreamEntryID("3-0"), Map.of("originService", "till", "payload", "x"));

    assertThat(probe.survey().streams().get(0).origins()).containsExactly("shop", "till");
  }

  @Test
  void watchesOnlyWhatTheFilterNames() throws RedisUnavailable {
    add("orders:1", "1-0");
    add("tmp:1", "1-0");
    add("other", "1-0");
    try (RedisProbe some =
        JedisProbe.connect(
            server.url(), StreamFilter.of(List.of("orders:*", "tmp:*"), List.of("tmp:?")))) {
      assertThat(some.survey().streams())
          .extracting(s -> s.name().display())
          .containsExactly("orders:1");
    }
  }

  @Test
  void saysThatASlowServerDidNotAnswerInTwoSeconds() {
    redis.clientPause(3_000);
    assertThatThrownBy(probe::poll)
        .isInstanceOf(RedisUnavailable.class)
        .hasMessageContaining("nothing within 2 s");
    redis.clientUnpause();
  }

  @Test
  void answersWhatTheSessionAsks() throws RedisUnavailable {
    assertThat(probe.commands(List.of("XADD", "NOSUCH")))
        .isEqualTo(Map.of("XADD", true, "NOSUCH", false));
    assertThat(probe.info("server")).containsEntry("redis_version", "7.0.15");
    assertThat(probe.clients()).anyMatch(c -> c.endsWith("streams-monitor"));
  }

  @Test
  void saysWhereItLookedAndNeverThePassword() {
    String word = "p" + "w-secret";
    assertThatThrownBy(
            () -> JedisProbe.connect("redis://me:" + word + "@127.0.0.1:1/2", StreamFilter.ALL))
        .isInstanceOf(RedisUnavailable.class)
        .hasMessageContaining("redis://me@127.0.0.1:1/2")
        .hasMessageContaining("refused")
        .satisfies(e -> assertThat(e.toString()).doesNotContain(word));
    assertThat(JedisProbe.displayUrl("redis://me:" + word + "@h:7/1"))
        .isEqualTo("redis://me@h:7/1");
    assertThatThrownBy(() -> JedisProbe.connect("redis://no.such.host.invalid", StreamFilter.ALL))
        .hasMessageContaining("no.such.host.invalid");
  }

  @Test
  void savesAndStopsAServerOfItsOwn() throws Exception {
    try (RedisServer own = RedisServer.fresh();
        RedisAdmin admin = RedisAdmin.connect(own.url())) {
      admin.save(Duration.ofSeconds(5));
      admin.shutdown();
      assertThatThrownBy(() -> JedisProbe.connect(own.url(), StreamFilter.ALL).close())
          .isInstanceOf(RedisUnavailable.class);
    }
  }
}
