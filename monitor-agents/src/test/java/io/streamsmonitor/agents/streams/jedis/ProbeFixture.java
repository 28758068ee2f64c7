package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.agents.redis.RedisServer;
import io.streamsmonitor.agents.streams.StreamFilter;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadGroupParams;

/** A probe on the shared server, and the few writes that its tests need. */
abstract class ProbeFixture {
  final RedisServer server = RedisServer.shared().flushed();
  final Jedis redis = server.jedis();
  final RedisProbe probe = open();

  private RedisProbe open() {
    try {
      return JedisProbe.connect(server.url(), StreamFilter.ALL);
    } catch (RedisUnavailable e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void connected() throws RedisUnavailable {
    probe.ping();
  }

  @AfterEach
  void close() {
    probe.close();
    redis.close();
  }

  final void add(String stream, String id) {
    redis.xadd(stream, new StreamEntryID(id), Map.of("payload", "secret value"));
  }

  final void read(String stream, String group, String consumer, int count) {
    redis.xreadGroup(
        group,
        consumer,
        XReadGroupParams.xReadGroupParams().count(count),
        Map.of(stream, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
  }

  static GroupSnapshot group(StreamPoll poll, String stream) {
    return poll.stream(Name.of(stream)).orElseThrow().groups().get(0);
  }

  static Lag lag(GroupSnapshot group) {
    return Objects.requireNonNull(group.lag());
  }
}
