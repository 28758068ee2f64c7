package io.streamsmonitor.agents.source.streams;

/** The library that a call on a stream is made with. */
public enum Client {
  JEDIS,
  LETTUCE,
  SPRING,
  REDISSON,
  ENVELOPE,
  IOREDIS,
  NODE_REDIS
}
