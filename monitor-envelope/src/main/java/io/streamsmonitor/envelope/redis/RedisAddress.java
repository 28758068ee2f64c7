package io.streamsmonitor.envelope.redis;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.DefaultJedisSocketFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.util.JedisURIHelper;
import redis.clients.jedis.util.Pool;

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

  /** A client that tells the tap what happens; its blocking reads may wait as long as they like. */
  RedisClient open(String clientName, int connections, StreamTap tap) {
    return open(connections, tap, config(clientName, 0));
  }

  /** A client that nobody listens to, whose blocking reads block at most this long. */
  RedisClient open(String clientName, int connections, Duration block) {
    return open(connections, null, config(clientName, millis(timeout.plus(block))));
  }

  /** Connects with its first command. */
  private RedisClient open(int connections, @Nullable StreamTap tap, JedisClientConfig config) {
    DeferredClear onBroken = new DeferredClear();
    ConnectionFactory.Builder factory =
        ConnectionFactory.builder().hostAndPort(hostAndPort()).clientConfig(config);
    if (tap != null) {
      TappedConnection.Builder tapped = new TappedConnection.Builder(tap, onBroken);
      tapped.clientConfig(config);
      tapped.socketFactory(new DefaultJedisSocketFactory(hostAndPort(), config));
      factory.connectionBuilder(tapped);
    }
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(connections);
    pool.setMaxIdle(connections);
    pool.setJmxEnabled(false);
    PooledConnectionProvider provider = new PooledConnectionProvider(factory.build(), pool);
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

  /**
   * After a broken connection the idle ones of the pool are as dead: the next command starts anew.
   */
  private static final class DeferredClear implements Runnable {
    private volatile @Nullable Pool<Connection> pool;

    @Override
    public void run() {
      Pool<Connection> idle = pool;
      if (idle != null) {
        idle.clear();
      }
    }
  }
}
