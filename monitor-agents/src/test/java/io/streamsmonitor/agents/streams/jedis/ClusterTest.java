package io.streamsmonitor.agents.streams.jedis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamsmonitor.agents.redis.RedisCluster;
import io.streamsmonitor.agents.streams.StreamFilter;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadGroupParams;

/** A cluster of three primaries: what moves or fails over between looks included. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterTest {
  private static RedisCluster cluster;
  private static RedisClusterClient redis;
  private static List<String> streams;

  @BeforeAll
  static void aStreamOnEveryPrimary() {
    cluster = new RedisCluster();
    redis = cluster.client();
    streams =
        List.of(
            RedisCluster.held(0, "orders-"),
            RedisCluster.held(1, "payments-"),
            RedisCluster.held(2, "refunds-"));
    for (String stream : streams) {
      redis.xgroupCreate(stream, "g", new StreamEntryID("0-0"), true);
      for (int i = 1; i <= 9; i++) {
        redis.xadd(stream, new StreamEntryID(i + "-0"), Map.of("f", "v"));
      }
      redis.xreadGroup(
          "g",
          "c",
          XReadGroupParams.xReadGroupParams().count(4),
          Map.of(stream, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
    }
  }

  @AfterAll
  static void stop() {
    redis.close();
    cluster.close();
  }

  private static RedisProbe connect(String url) throws RedisUnavailable {
    return JedisProbe.connect(url, StreamFilter.ALL);
  }

  private static String seed(int primary) {
    return "127.0.0.1:" + cluster.primary(primary).port();
  }

  private static void assertAllSeen(StreamPoll poll) {
    assertThat(poll.gaps()).isEmpty();
    assertThat(poll.streams()).extracting(s -> s.name().display()).isSorted().hasSize(3);
    for (String stream : streams) {
      GroupSnapshot group = poll.stream(Name.of(stream)).orElseThrow().groups().get(0);
      assertThat(Objects.requireNonNull(group.lag()).value()).isEqualTo(5);
      assertThat(group.pending()).isEqualTo(4);
    }
  }

  @Test
  @Order(1)
  void seesTheStreamsOfEveryPrimaryByAnySeedThatAnswers() throws RedisUnavailable {
    try (RedisProbe probe = connect("redis-cluster://127.0.0.1:1," + seed(1))) {
      probe.ping();
      assertThat(probe.commands(List.of("XINFO", "NOSUCH")))
          .isEqualTo(Map.of("XINFO", true, "NOSUCH", false));
      assertThat(probe.clients()).hasSizeGreaterThanOrEqualTo(3);
      assertAllSeen(probe.survey());
      assertAllSeen(probe.poll());
    }
  }

  @Test
  @Order(2)
  void followsTheClusterWhenTheAddressIsOfOneNode() throws RedisUnavailable {
    try (RedisProbe probe = connect("redis://" + seed(2))) {
      assertAllSeen(probe.poll());
      assertThat(probe.info("server")).containsKey("redis_version").doesNotContainKey("run_id");
    }
  }

  @Test
  @Order(3)
  void keepsAStreamWhoseSlotMoves() throws RedisUnavailable {
    try (RedisProbe probe = connect("redis-cluster://" + seed(0))) {
      assertAllSeen(probe.poll());
      cluster.move(streams.get(1), 1, 2);
      assertAllSeen(probe.poll());
      cluster.move(streams.get(1), 2, 1);
      assertAllSeen(probe.poll());
    }
  }

  @Test
  @Order(4)
  void goesOnWithTheReplicaThatTookOver() throws RedisUnavailable {
    try (RedisProbe probe = connect("redis-cluster://" + seed(1))) {
      assertAllSeen(probe.poll());
      cluster.failOver();
      assertAllSeen(probe.poll());
      assertAllSeen(probe.poll());
    }
  }

  @Test
  @Order(5)
  void saysWhichPrimaryDoesNotAnswer() throws RedisUnavailable {
    try (RedisProbe probe = connect("redis-cluster://" + seed(1))) {
      assertAllSeen(probe.poll());
      cluster.primary(2).stop();
      assertThatThrownBy(probe::poll)
          .isInstanceOf(RedisUnavailable.class)
          .hasMessageContaining(seed(2));
      assertThatThrownBy(() -> connect("redis-cluster://" + seed(2)).close())
          .isInstanceOf(RedisUnavailable.class)
          .hasMessageContaining("no cluster at redis-cluster://" + seed(2));
    }
  }
}
