package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.core.redis.RedisUnavailable;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** A connection that pipelines; an error reply is a value, a lost server an exception. */
final class Wire implements AutoCloseable {
  private static final int TIMEOUT_MS = 2_000;

  /** While one batch is answered the next is on its way. */
  private static final int BATCH = 200;

  private final RedisAddress address;
  private final Connection connection;
  private int commands;

  private Wire(RedisAddress address, Connection connection) {
    this.address = address;
    this.connection = connection;
  }

  static Wire open(RedisAddress address) throws RedisUnavailable {
    DefaultJedisClientConfig.Builder config =
        DefaultJedisClientConfig.builder()
            .resp2()
            .timeoutMillis(TIMEOUT_MS)
            .database(address.database())
            .clientName("streams-monitor")
            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
    if (address.tls()) {
      config.sslOptions(SslOptions.defaults());
    }
    if (address.password() != null) {
      config.user(address.user()).password(address.password());
    }
    JedisClientConfig built = config.build();
    try {
      return new Wire(
          address, new Connection(new HostAndPort(address.host(), address.port()), built));
    } catch (JedisException e) {
      throw unavailable(address, e);
    }
  }

  /** One reply for every ask, in order; a refused ask answers with its exception. */
  List<Object> all(List<Ask> asks) throws RedisUnavailable {
    List<Object> replies = new ArrayList<>(asks.size());
    try {
      int sent = send(asks, 0);
      while (replies.size() < asks.size()) {
        int next = send(asks, sent);
        replies.addAll(connection.getMany(sent - replies.size()));
        sent = next;
      }
    } catch (JedisException e) {
      throw unavailable(address, e);
    }
    return replies;
  }

  Object one(Ask ask) throws RedisUnavailable {
    return all(List.of(ask)).get(0);
  }

  private int send(List<Ask> asks, int from) {
    int to = Math.min(asks.size(), from + BATCH);
    for (Ask ask : asks.subList(from, to)) {
      connection.sendCommand(ask.command(), ask.args());
    }
    commands += to - from;
    return to;
  }

  int commands() {
    return commands;
  }

  RedisAddress address() {
    return address;
  }

  /** The reply, or its error as an exception. */
  Object orFail(Object reply) throws RedisUnavailable {
    if (reply instanceof JedisDataException refused) {
      throw unavailable(address, refused);
    }
    return reply;
  }

  private static RedisUnavailable unavailable(RedisAddress address, JedisException e) {
    return new RedisUnavailable(
        "Redis at " + address.display() + " does not answer: " + reason(address, e));
  }

  private static String reason(RedisAddress address, Throwable e) {
    Throwable root = e;
    for (Throwable t = e; t != null; t = t.getCause()) {
      Throwable[] suppressed = t.getSuppressed();
      root = suppressed.length > 0 && t.getCause() == null ? suppressed[0] : t;
      if (root instanceof UnknownHostException) {
        return "the host " + address.host() + " is not known";
      }
      if (root instanceof SocketTimeoutException) {
        return "nothing within " + TIMEOUT_MS / 1000 + " s";
      }
    }
    String text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    String password = address.password();
    return password == null ? text : text.replace(password, "***");
  }

  @Override
  public void close() {
    connection.close();
  }
}
