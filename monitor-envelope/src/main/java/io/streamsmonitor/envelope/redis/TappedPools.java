package io.streamsmonitor.envelope.redis;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisSocketFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.util.Pool;

/** Pools of connections that tell a tap what happens, one for each node. */
final class TappedPools {
  private final JedisClientConfig config;
  private final ConnectionPoolConfig sizes;
  private final Supplier<StreamTap> taps;
  private final Map<HostAndPort, ConnectionPool> pools = new ConcurrentHashMap<>();

  TappedPools(JedisClientConfig config, int connections, Supplier<StreamTap> taps) {
    this.config = config;
    this.sizes = sizes(connections);
    this.taps = taps;
  }

  static ConnectionPoolConfig sizes(int connections) {
    ConnectionPoolConfig sizes = new ConnectionPoolConfig();
    sizes.setMaxTotal(connections);
    sizes.setMaxIdle(connections);
    sizes.setJmxEnabled(false);
    return sizes;
  }

  static ConnectionFactory factory(
      HostAndPort node, JedisClientConfig config, Supplier<StreamTap> taps, Runnable onBroken) {
    TappedConnection.Builder tapped = new TappedConnection.Builder(taps, onBroken);
    tapped.clientConfig(config);
    tapped.socketFactory(new DefaultJedisSocketFactory(node, config));
    return ConnectionFactory.builder()
        .hostAndPort(node)
        .clientConfig(config)
        .connectionBuilder(tapped)
        .build();
  }

  ConnectionPool of(HostAndPort node) {
    return pools.computeIfAbsent(node, this::open);
  }

  Connection connection(HostAndPort node) {
    return of(node).getResource();
  }

  /** Ends the pools of all other nodes. */
  void keepOnly(HostAndPort node) {
    for (HostAndPort known : Set.copyOf(pools.keySet())) {
      if (!known.equals(node)) {
        close(pools.remove(known));
      }
    }
  }

  void close() {
    for (HostAndPort node : Set.copyOf(pools.keySet())) {
      close(pools.remove(node));
    }
  }

  private ConnectionPool open(HostAndPort node) {
    DeferredClear onBroken = new DeferredClear();
    ConnectionPool pool = new ConnectionPool(factory(node, config, taps, onBroken), sizes);
    onBroken.pool = pool;
    return pool;
  }

  private static void close(@Nullable ConnectionPool pool) {
    if (pool != null) {
      pool.close();
    }
  }

  /**
   * After a broken connection the idle ones of the pool are as dead: the next command starts anew.
   */
  static final class DeferredClear implements Runnable {
    volatile @Nullable Pool<Connection> pool;

    @Override
    public void run() {
      Pool<Connection> idle = pool;
      if (idle != null) {
        idle.clear();
      }
    }
  }
}
