package io.streamsmonitor.agents.streams.jedis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.streamsmonitor.agents.redis.RedisServer;
import io.streamsmonitor.core.redis.RedisUnavailable;
import org.junit.jupiter.api.Test;

/**
 * A few of the histories of {@code ./bench agents.streams.jedis.LagOracle}, which runs them all.
 */
class LagOracleTest {
  private static final int HISTORIES = 200;

  @Test
  void theResolvedLagIsNeverWrong() throws RedisUnavailable {
    LagHistories told = new LagHistories(RedisServer.shared().flushed()).run(HISTORIES);

    assertThat(told.exact()).isEqualTo(told.compared());
    assertThat(told.serverWrong()).isGreaterThan(told.compared() / 20);
    assertThat(told.aboveLimit()).isPositive();
  }

  @Test
  void theResolvedLagIsNeverWrongOnTheVersionThatHasNoLag() throws RedisUnavailable {
    try (RedisServer older = RedisServer.older()) {
      assumeTrue(older != null, "no Redis 6.2 runs here");
      LagHistories told = new LagHistories(older).run(HISTORIES);

      assertThat(told.exact()).isEqualTo(told.compared());
      assertThat(told.serverWrong()).isEqualTo(told.compared());
    }
  }
}
