package io.streamsmonitor.envelope.redis;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Where Redis is and how to talk to it.
 *
 * @param uri {@code redis://[user:password@]host[:port][/db]} or {@code rediss://…}
 * @param timeout for connecting and for a reply; blocking reads get theirs on top
 */
public record RedisAddress(URI uri, Duration timeout) {
  /** The longest a blocking read may block. */
  public static final Duration LONGEST_BLOCK = Duration.ofSeconds(5);

  public RedisAddress {
    boolean redis = JedisURIHelper.isRedisScheme(uri) || JedisURIHelper.isRedisSSLScheme(uri);
    if (!redis || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "not a Redis address, expected redis://host:port: scheme "
              + uri.getScheme()
              + ", host "
              + uri.getHost());
    }
  }

  /** A client that tells taps what happens; its blocking reads may wait as long as they like. */
  RedisClient open(String clientName, int connections, Supplier<StreamTap> taps) {
    return open(connections, taps, config(clientName, 0));
  }

  /** A client that nobody listens to, whose blocking reads block at most this long. */
  RedisClient open(String clientName, int connections, Duration block) {
    return open(connections, null, config(clientName, millis(timeout.plus(block))));
  }

  /** A client of a cluster that tells taps what happens; asks these nodes for the others. */
  RedisClusterClient openCluster(
      Set<HostAndPort> nodes, String clientName, int connections, Supplier<StreamTap> taps) {
    JedisClientConfig config = config(clientName, 0);
    return RedisClusterClient.builder()
        .nodes(nodes)
        .clientConfig(config)
        .connectionProvider(new TappedCluster(nodes, config, connections, taps))
        .build();
  }

  /** A client of the master that these sentinels name, which tells taps what happens. */
  RedisSentinelClient openSentinel(
      String master,
      Set<HostAndPort> sentinels,
      String clientName,
      int connections,
      Supplier<StreamTap> taps) {
    JedisClientConfig config = config(clientName, 0);
    JedisClientConfig ofSentinels =
        DefaultJedisClientConfig.builder().timeoutMillis(millis(timeout)).build();
    return RedisSentinelClient.builder()
        .masterName(master)
        .sentinels(sentinels)
        .clientConfig(config)
        .sentinelClientConfig(ofSentinels)
        .connectionProvider(
            new TappedSentinel(master, config, connections, sentinels, ofSentinels, taps))
        .build();
  }

  /** Connects with its first command. */
  private RedisClient open(
      int connections, @Nullable Supplier<StreamTap> taps, JedisClientConfig config) {
    TappedPools.DeferredClear onBroken = new TappedPools.DeferredClear();
    ConnectionFactory factory =
        taps == null
            ? ConnectionFactory.builder().hostAndPort(hostAndPort()).clientConfig(config).build()
            : TappedPools.factory(hostAndPort(), config, taps, onBroken);
    PooledConnectionProvider provider =
        new PooledConnectionProvider(factory, TappedPools.sizes(connections));
    onBroken.pool = provider.getPool();
    return RedisClient.builder().clientConfig(config).connectionProvider(provider).build();
  }

  private HostAndPort hostAndPort() {
    return new HostAndPort(uri.getHost(), uri.getPort() < 0 ? 6379 : uri.getPort());
  }

  private JedisClientConfig config(String clientName, int blockingTimeoutMs) {
    DefaultJedisClientConfig.Builder config =
        DefaultJedisClientConfig.builder()
            .timeoutMillis(millis(timeout))
            .blockingSocketTimeoutMillis(blockingTimeoutMs)
            .database(JedisURIHelper.getDBIndex(uri))
            .clientName(printable(clientName));
    String user = JedisURIHelper.getUser(uri);
    String password = JedisURIHelper.getPassword(uri);
    if (JedisURIHelper.isRedisSSLScheme(uri)) {
      config.sslOptions(SslOptions.defaults());
    }
    if (user != null) {
      config.user(user);
    }
    if (password != null) {
      config.password(password);
    }
    return config.build();
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }

  /** CLIENT SETNAME takes neither spaces nor anything outside printable ASCII. */
  private static String printable(String name) {
    return name.replaceAll("[^!-~]", "-");
  }
}
