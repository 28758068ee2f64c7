package io.streamsmonitor.envelope.redis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.providers.ClusterConnectionProvider;

/**
 * The connections of a cluster, tapped.
 *
 * <p>Jedis makes the pools of a cluster where nobody can reach them. They serve here only to know
 * the nodes and their slots; every connection that leaves comes from a pool of ours.
 */
final class TappedCluster extends ClusterConnectionProvider {
  private final TappedPools pools;

  TappedCluster(
      Set<HostAndPort> nodes, JedisClientConfig config, int connections, Supplier<StreamTap> taps) {
    super(nodes, config, TappedPools.sizes(connections));
    this.pools = new TappedPools(config, connections, taps);
  }

  @Override
  public Connection getConnection(HostAndPort node) {
    return pools.connection(node);
  }

  @Override
  public Connection getConnection() {
    List<String> primaries = List.copyOf(super.getPrimaryNodes().keySet());
    if (primaries.isEmpty()) {
      return super.getConnection();
    }
    int any = ThreadLocalRandom.current().nextInt(primaries.size());
    return pools.connection(HostAndPort.from(primaries.get(any)));
  }

  @Override
  public Connection getConnectionFromSlot(int slot) {
    @Nullable HostAndPort node = getNode(slot);
    if (node == null) {
      renewSlotCache();
      node = getNode(slot);
    }
    return node == null ? getConnection() : pools.connection(node);
  }

  @Override
  public Map<String, ConnectionPool> getNodes() {
    return tapped(super.getNodes());
  }

  @Override
  public Map<String, ConnectionPool> getPrimaryNodes() {
    return tapped(super.getPrimaryNodes());
  }

  @Override
  public Map<String, ConnectionPool> getConnectionMap() {
    return tapped(super.getNodes());
  }

  @Override
  public Map<String, ConnectionPool> getPrimaryNodesConnectionMap() {
    return tapped(super.getPrimaryNodes());
  }

  @Override
  public void close() {
    pools.close();
    super.close();
  }

  private Map<String, ConnectionPool> tapped(Map<String, ConnectionPool> nodes) {
    Map<String, ConnectionPool> ours = new LinkedHashMap<>();
    nodes.keySet().forEach(node -> ours.put(node, pools.of(HostAndPort.from(node))));
    return ours;
  }
}
