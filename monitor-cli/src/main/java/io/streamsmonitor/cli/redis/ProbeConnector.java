package io.streamsmonitor.cli.redis;

import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;

/** Opens a connection for looking at the server of a URL. */
@FunctionalInterface
public interface ProbeConnector {
  RedisProbe connect(String url) throws RedisUnavailable;
}
