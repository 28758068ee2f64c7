package io.streamsmonitor.envelope.redis;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.providers.SentineledConnectionProvider;
import redis.clients.jedis.util.Pool;

/** The connections to the master that sentinels name, tapped; see {@link TappedCluster}. */
final class TappedSentinel extends SentineledConnectionProvider {
  private final TappedPools pools;
  private volatile HostAndPort master;

  TappedSentinel(
      String masterName,
      JedisClientConfig config,
      int connections,
      Set<HostAndPort> sentinels,
      JedisClientConfig sentinelConfig,
      Supplier<StreamTap> taps) {
    super(masterName, config, TappedPools.sizes(connections), sentinels, sentinelConfig);
    this.pools = new TappedPools(config, connections, taps);
    this.master = getCurrentMaster();
  }

  @Override
  public Connection getConnection() {
    return current().getResource();
  }

  @Override
  public Connection getConnection(CommandArguments command) {
    return getConnection();
  }

  @Override
  public Map<?, Pool<Connection>> getConnectionMap() {
    return Map.of(master, current());
  }

  @Override
  public Map<?, Pool<Connection>> getPrimaryNodesConnectionMap() {
    return getConnectionMap();
  }

  @Override
  public void close() {
    pools.close();
    super.close();
  }

  private Pool<Connection> current() {
    HostAndPort named = getCurrentMaster();
    if (!named.equals(master)) {
      master = named;
      pools.keepOnly(named);
    }
    return pools.of(named);
  }
}
