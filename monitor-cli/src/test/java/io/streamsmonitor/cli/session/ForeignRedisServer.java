package io.streamsmonitor.cli.session;

import io.streamsmonitor.agents.streams.StreamFilter;
import io.streamsmonitor.agents.streams.jedis.JedisProbe;
import io.streamsmonitor.agents.streams.jedis.RedisAdmin;
import io.streamsmonitor.cli.redis.OwnRedis;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A Redis that was there before the session, as far as the session can tell. */
final class ForeignRedisServer implements AutoCloseable {
  private final OwnRedis server;

  ForeignRedisServer(Path folder) throws IOException, RedisUnavailable {
    server =
        OwnRedis.embedded(
            folder,
            folder,
            url -> JedisProbe.connect(url, StreamFilter.ALL),
            (url, limit) -> {
              try (RedisAdmin admin = RedisAdmin.connect(url)) {
                admin.save(limit);
              }
            });
    server.start(Duration.ofSeconds(10));
  }

  String url() {
    return server.url();
  }

  /** Whether it still answers. */
  boolean answers() {
    try (RedisProbe probe = server.connect()) {
      probe.ping();
      return true;
    } catch (RedisUnavailable e) {
      return false;
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
