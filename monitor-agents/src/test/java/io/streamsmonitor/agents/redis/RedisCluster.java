package io.streamsmonitor.agents.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.util.JedisClusterCRC16;

/** Three primaries that share the slots, and a replica of the first. */
public final class RedisCluster implements AutoCloseable {
  private static final int[] ENDS = {5_460, 10_922, 16_383};

  private final List<RedisServer> nodes = new ArrayList<>();
  private final RedisServer replica;

  public RedisCluster() {
    for (int i = 0; i < ENDS.length; i++) {
      nodes.add(RedisServer.node());
    }
    replica = RedisServer.node();
    form();
  }

  private void form() {
    for (int i = 0; i < ENDS.length; i++) {
      try (Jedis node = nodes.get(i).jedis()) {
        node.clusterAddSlotsRange(i == 0 ? 0 : ENDS[i - 1] + 1, ENDS[i]);
        node.clusterSetConfigEpoch(i + 1L);
      }
    }
    for (RedisServer other : nodes.subList(1, ENDS.length)) {
      meet(other);
    }
    meet(replica);
    everyone(node -> node.clusterNodes().lines().count() == ENDS.length + 1L);
    everyone(node -> node.clusterInfo().contains("cluster_state:ok"));
    try (Jedis first = primary(0).jedis();
        Jedis follower = replica.jedis()) {
      follower.clusterReplicate(first.clusterMyId());
      await(follower, node -> node.info("replication").contains("master_link_status:up"));
    }
  }

  private void meet(RedisServer other) {
    try (Jedis first = nodes.get(0).jedis();
        Jedis joining = other.jedis()) {
      String bus = joining.configGet("cluster-port").get("cluster-port");
      first.sendCommand(
          () -> "CLUSTER".getBytes(StandardCharsets.US_ASCII),
          "MEET",
          "127.0.0.1",
          Integer.toString(other.port()),
          bus);
    }
  }

  private void everyone(Predicate<Jedis> holds) {
    List<RedisServer> all = new ArrayList<>(nodes);
    all.add(replica);
    for (RedisServer server : all) {
      try (Jedis node = server.jedis()) {
        await(node, holds);
      }
    }
  }

  private static void await(Jedis node, Predicate<Jedis> holds) {
    while (!holds.test(node)) {
      Thread.onSpinWait();
    }
  }

  public RedisServer primary(int i) {
    return nodes.get(i);
  }

  /** The first primary's replica takes its place. */
  public void failOver() {
    try (Jedis follower = replica.jedis()) {
      follower.clusterFailover();
      await(follower, node -> node.info("replication").contains("role:master"));
    }
    everyone(node -> node.clusterNodes().lines().anyMatch(this::replicaIsPrimary));
  }

  private boolean replicaIsPrimary(String line) {
    return line.contains(":" + replica.port() + "@") && line.contains("master");
  }

  /** A name for a stream that this primary holds. */
  public static String held(int primary, String prefix) {
    return IntStream.range(0, 100_000)
        .mapToObj(i -> prefix + i)
        .filter(
            name -> {
              int slot = JedisClusterCRC16.getSlot(name);
              return slot <= ENDS[primary] && (primary == 0 || slot > ENDS[primary - 1]);
            })
        .findFirst()
        .orElseThrow();
  }

  /** Hands the stream's slot from one primary to another. */
  public void move(String stream, int from, int to) {
    int slot = JedisClusterCRC16.getSlot(stream);
    try (Jedis old = primary(from).jedis();
        Jedis next = primary(to).jedis()) {
      String there = next.clusterMyId();
      next.clusterSetSlotImporting(slot, old.clusterMyId());
      old.clusterSetSlotMigrating(slot, there);
      old.migrate("127.0.0.1", primary(to).port(), stream, 0, 2_000);
      next.clusterSetSlotNode(slot, there);
      old.clusterSetSlotNode(slot, there);
    }
  }

  public RedisClusterClient client() {
    Set<HostAndPort> seeds = new HashSet<>();
    nodes.forEach(node -> seeds.add(new HostAndPort("127.0.0.1", node.port())));
    return RedisClusterClient.builder().nodes(seeds).build();
  }

  @Override
  public void close() {
    nodes.forEach(RedisServer::close);
    replica.close();
  }
}
