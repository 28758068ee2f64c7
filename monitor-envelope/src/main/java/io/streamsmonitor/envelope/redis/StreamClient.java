package io.streamsmonitor.envelope.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.resps.StreamPendingSummary;

/**
 * The Redis clients of one service: a tapped one for its code, a plain one for our own questions.
 */
public final class StreamClient implements AutoCloseable {
  private static final int CONNECTIONS = 16;

  private final RedisAddress address;
  private final String clientName;
  private final RedisClient tapped;
  private final RedisClient plain;
  private final CircuitBreaker breaker;
  private final Supplier<StreamTap> taps;
  private final Queue<UnifiedJedis> others = new ConcurrentLinkedQueue<>();

  /** Opens clients that connect with their first command. */
  public StreamClient(
      RedisAddress address, String clientName, Supplier<StreamTap> taps, PublishingWatch watch) {
    this.breaker = new CircuitBreaker(System::nanoTime, watch);
    this.address = address;
    this.taps = taps;
    this.clientName = clientName;
    this.tapped = address.open(clientName, CONNECTIONS, taps);
    this.plain = address.open(clientName, 2, Duration.ZERO);
  }

  /** The client for the service's own code. */
  public RedisClient tapped() {
    return tapped;
  }

  /** A tapped client of a cluster, closed with this one. */
  public RedisClusterClient cluster(Set<HostAndPort> nodes) {
    RedisClusterClient opened = address.openCluster(nodes, clientName, CONNECTIONS, taps);
    others.add(opened);
    return opened;
  }

  /** A tapped client of the master that sentinels name, closed with this one. */
  public RedisSentinelClient sentinel(String master, Set<HostAndPort> sentinels) {
    RedisSentinelClient opened =
        address.openSentinel(master, sentinels, clientName, CONNECTIONS, taps);
    others.add(opened);
    return opened;
  }

  /**
   * Adds an entry and returns its id.
   *
   * @param maxLen about how many entries to keep; 0 for all
   */
  public String add(String stream, Map<String, String> fields, long maxLen) {
    return breaker.call(() -> tapped.xadd(stream, trimmed(maxLen), fields).toString());
  }

  /** Adds entries in one round trip and returns their ids. */
  public List<String> addAll(String stream, List<Map<String, String>> entries, long maxLen) {
    return breaker.call(() -> pipelined(stream, entries, maxLen));
  }

  private List<String> pipelined(String stream, List<Map<String, String>> entries, long maxLen) {
    List<Response<StreamEntryID>> replies = new ArrayList<>(entries.size());
    try (Pipeline pipeline = tapped.pipelined()) {
      entries.forEach(fields -> replies.add(pipeline.xadd(stream, trimmed(maxLen), fields)));
    }
    return replies.stream().map(reply -> reply.get().toString()).toList();
  }

  /** How many entries of the group are pending, over all consumers; 0 without the group. */
  public long pending(String stream, String group) {
    return NoGroup.orElse(0L, () -> plain.xpending(stream, group).getTotal());
  }

  /** How many entries are pending with one consumer of the group; 0 without the group. */
  public long pending(String stream, String group, String consumer) {
    return NoGroup.orElse(
        0L,
        () -> {
          StreamPendingSummary summary = plain.xpending(stream, group);
          Map<String, Long> byConsumer = summary.getConsumerMessageCount();
          return byConsumer == null ? 0L : byConsumer.getOrDefault(consumer, 0L);
        });
  }

  /** A client of its own for one consumer of one group whose reads block at most this long. */
  public GroupClient group(
      String stream, String group, String consumer, int workers, Duration block) {
    String name = clientName.substring(0, clientName.indexOf('/') + 1) + consumer;
    return new GroupClient(
        address.open(name, workers + 1, Duration.ZERO),
        address.open(name, 1, block),
        stream,
        group,
        consumer);
  }

  @Override
  public void close() {
    tapped.close();
    plain.close();
    others.forEach(UnifiedJedis::close);
  }

  static XAddParams trimmed(long maxLen) {
    XAddParams params = XAddParams.xAddParams();
    return maxLen > 0 ? params.maxLen(maxLen).approximateTrimming() : params;
  }
}
