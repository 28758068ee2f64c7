package io.streamsmonitor.agents.streams.jedis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamsmonitor.agents.redis.RedisServer;
import io.streamsmonitor.agents.streams.StreamFilter;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;

class SentinelsTest {
  private static RedisProbe connect(String url) throws RedisUnavailable {
    return JedisProbe.connect(url, StreamFilter.ALL);
  }

  @Test
  void leadToTheMasterAndToItsSuccessor() throws Exception {
    try (RedisServer master = RedisServer.fresh();
        Jedis redis = master.jedis();
        RedisServer replica =
            RedisServer.fresh("--replicaof", "127.0.0.1", Integer.toString(master.port()))) {
      redis.xadd("s", new StreamEntryID("1-0"), Map.of("f", "v"));
      while (!redis.info("replication").contains("state=online")) {
        Thread.onSpinWait();
      }
      try (RedisServer sentinel = RedisServer.sentinelOf("shop", master);
          Jedis watcher = sentinel.jedis()) {
        String url = "redis-sentinel://127.0.0.1:1,127.0.0.1:" + sentinel.port() + "/shop";
        try (RedisProbe probe = connect(url)) {
          assertThat(probe.poll().streams()).hasSize(1);
          assertThat(probe.info("replication")).containsEntry("role", "master");
        }
        while (!failsOver(watcher)) {
          Thread.onSpinWait();
        }
        while (!watcher.info("sentinel").contains(":" + replica.port())) {
          Thread.onSpinWait();
        }
        try (RedisProbe probe = connect(url)) {
          assertThat(probe.poll().streams()).hasSize(1);
          assertThat(probe.info("server"))
              .containsEntry("tcp_port", Integer.toString(replica.port()))
              .doesNotContainKey("run_id");
        }
      }
    }
  }

  /** A sentinel first has to hear of the replica. */
  private static boolean failsOver(Jedis watcher) {
    try {
      watcher.sendCommand(() -> "SENTINEL".getBytes(StandardCharsets.US_ASCII), "FAILOVER", "shop");
      return true;
    } catch (JedisDataException tooEarly) {
      return false;
    }
  }

  @Test
  void withAPasswordAreGivenThatOfTheUrl() throws RedisUnavailable {
    String word = "w" + Long.toHexString(System.identityHashCode(this));
    try (RedisServer master = RedisServer.fresh("--requirepass", word);
        RedisServer sentinel = RedisServer.sentinelOf("shop", master, "requirepass " + word)) {
      String here = "127.0.0.1:" + sentinel.port() + "/shop";
      try (RedisProbe probe = connect("redis-sentinel://:" + word + "@" + here)) {
        assertThat(probe.poll().gaps()).isEmpty();
      }
      assertThatThrownBy(() -> connect("redis-sentinel://" + here).close())
          .isInstanceOf(RedisUnavailable.class)
          .hasMessageContaining("NOAUTH");
    }
  }

  @Test
  void withoutUsersAreAskedWithoutTheOneOfTheUrl() throws RedisUnavailable {
    String word = "w" + Long.toHexString(System.identityHashCode(this));
    RedisServer master = RedisServer.shared().flushed();
    try (RedisServer sentinel = RedisServer.sentinelOf("shop", master);
        Jedis redis = master.jedis()) {
      redis.aclSetUser("eye", "on", ">" + word, "~*", "+@all");
      String here = "127.0.0.1:" + sentinel.port() + "/shop";
      try (RedisProbe probe = connect("redis-sentinel://eye:" + word + "@" + here)) {
        assertThat(probe.poll().gaps()).isEmpty();
      } finally {
        redis.aclDelUser("eye");
      }
    }
  }

  @Test
  void thatKnowNoSuchMasterAreNamedOneByOne() {
    try (RedisServer sentinel = RedisServer.sentinelOf("shop", RedisServer.shared())) {
      String here = "127.0.0.1:" + sentinel.port();
      assertThatThrownBy(() -> connect("redis-sentinel://127.0.0.1:1," + here + "/till").close())
          .isInstanceOf(RedisUnavailable.class)
          .hasMessageContaining("no master \"till\" for redis-sentinel://127.0.0.1:1," + here)
          .hasMessageContaining("refused")
          .hasMessageContaining("the sentinel at " + here + " knows no such master");
      assertThatThrownBy(() -> connect("redis://" + here).close())
          .hasMessageContaining("is a sentinel; write redis-sentinel://" + here + "/master");
    }
  }
}
