package io.streamsmonitor.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.envelope.events.EventNames;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.params.XReadGroupParams;

class OutageTest extends RedisTest {
  @Test
  void consumesAgainAfterRedisWasKilledAndRestarted() {
    consume();
    redis.publisher("orders").publish("{}");
    sink.await(EventNames.ACK, 1, SOON);

    server.kill();
    sink.await(EventNames.UNAVAILABLE, 1, SOON);
    server.startAgain();
    sink.await(EventNames.RECOVERED, 1, SOON);
    publishThroughStaleConnections();

    sink.await(EventNames.ACK, 2, SOON);
    assertThat(sink.events(EventNames.UNAVAILABLE)).hasSize(1);
    assertThat(sink.events(EventNames.GROUP_CREATED)).hasSize(2);
  }

  @Test
  void createsTheGroupAgainAfterFlushAll() {
    consume();
    sink.await(EventNames.GROUP_CREATED, 1, SOON);

    try (Jedis jedis = server.connect()) {
      jedis.flushAll();
    }
    sink.await(EventNames.GROUP_CREATED, 2, SOON);
    redis.publisher("orders").publish("{}");

    assertThat(sink.await(EventNames.ACK, 1, SOON)).hasSize(1);
    assertThat(sink.events(EventNames.UNAVAILABLE)).isEmpty();
  }

  @Test
  void startsBeforeRedisDoes() {
    server.kill();
    consume();
    sink.await(EventNames.UNAVAILABLE, 1, SOON);

    server.startAgain();
    sink.await(EventNames.RECOVERED, 1, SOON);
    publishThroughStaleConnections();

    assertThat(sink.await(EventNames.ACK, 1, SOON)).hasSize(1);
  }

  @Test
  void noticesThatRedisIsFrozenAndGoesOnWhenItThaws() {
    try (MonitoredRedis quick =
        MonitoredRedis.builder("quick")
            .redis(server.uri())
            .sink(sink)
            .timeout(Duration.ofMillis(150))
            .start()) {
      quick.consumer("orders", "quick").block(Duration.ofMillis(100)).handle((e, m) -> {});
      sink.await(EventNames.GROUP_CREATED, 1, SOON);

      server.freeze();
      sink.await(EventNames.UNAVAILABLE, 1, SOON);
      server.thaw();
      sink.await(EventNames.RECOVERED, 1, SOON);
      addBare("orders", Map.of("order", "7"));

      assertThat(sink.await(EventNames.ACK, 1, SOON)).hasSize(1);
    } finally {
      server.thaw();
    }
  }

  @Test
  void aPlainReadMayWaitLongerThanTheSocketTimeout() {
    try (MonitoredRedis patient =
        MonitoredRedis.builder("patient")
            .redis(server.uri())
            .sink(sink)
            .timeout(Duration.ofMillis(100))
            .start()) {
      patient.jedis().xgroupCreate("orders", "g", new StreamEntryID(0, 0), true);

      assertThat(
              patient
                  .jedis()
                  .xreadGroup(
                      "g",
                      "c",
                      XReadGroupParams.xReadGroupParams().block(300),
                      Map.of("orders", StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY)))
          .isNull();
    }
  }

  @Test
  void aReadMayWaitLongerThanTheSocketTimeout() {
    try (MonitoredRedis patient =
        MonitoredRedis.builder("patient")
            .redis(server.uri())
            .sink(sink)
            .timeout(Duration.ofMillis(100))
            .healthEvery(Duration.ofMillis(300))
            .start()) {
      patient.consumer("orders", "patient").block(Duration.ofSeconds(5)).handle((e, m) -> {});
      sink.await(EventNames.CHANNEL_HEALTH, 1, SOON);

      patient.publisher("orders").publish("{}");

      assertThat(sink.await(EventNames.ACK, 1, SOON)).hasSize(1);
      assertThat(sink.events(EventNames.UNAVAILABLE)).isEmpty();
    }
  }

  private void consume() {
    redis
        .consumer("orders", "billing")
        .block(Duration.ofMillis(200))
        .handle((event, message) -> {});
  }

  /** One connection that died with Redis may still be in the pool; after it no other is. */
  private void publishThroughStaleConnections() {
    try {
      redis.publisher("orders").publish("{}");
    } catch (JedisConnectionException first) {
      redis.publisher("orders").publish("{}");
    }
  }
}
