package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.agents.redis.RedisServer;
import io.streamsmonitor.core.redis.RedisUnavailable;

/**
 * Resolved lags against counting, over generated histories on Redis 7.0 and 6.2; ends with an error
 * at the first wrong one: {@code LagOracle [HISTORIES]}.
 */
public final class LagOracle {
  private LagOracle() {}

  public static void main(String[] args) throws RedisUnavailable {
    int histories = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    try (RedisServer server = RedisServer.fresh()) {
      System.out.println("7.0: " + new LagHistories(server).run(histories).line());
    }
    try (RedisServer server = RedisServer.older()) {
      System.out.println(
          server == null
              ? "6.2: not run, no such server runs here"
              : "6.2: " + new LagHistories(server).run(histories).line());
    }
  }
}
