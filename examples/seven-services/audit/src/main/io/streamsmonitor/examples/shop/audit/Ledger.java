package io.streamsmonitor.examples.shop.audit;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.examples.shop.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what it reads, stream by stream. */
final class Ledger {
  private final MonitoredRedis redis;
  private final String deadLetters;
  private final Map<String, Long> counts = new ConcurrentHashMap<>();

  Ledger(MonitoredRedis redis, Settings settings) {
    this.redis = redis;
    this.deadLetters = settings.getProperty("redis.dead-letter-stream");
  }

  /** Counts every entry of a stream. */
  void follow(String stream, String group) {
    redis
        .consumer(stream, group)
        .deadLetterAfter(3, deadLetters)
        .claimIdle(Duration.ofSeconds(20))
        .handle((event, message) -> counts.merge(message.stream(), 1L, Long::sum));
  }

  /** Takes in dead letters: each is worth a line. */
  void followDeadLetters(String group) {
    // monitor:ignore code.no-dead-letter what is read here is a dead letter already
    redis
        .consumer(deadLetters, group)
        .claimIdle(Duration.ofSeconds(20))
        .handle(
            (event, message) ->
                redis
                    .log()
                    .warn(
                        "audit.deadLetter",
                        "a message was given up",
                        Map.of("messageId", message.messageId())));
  }

  void report() {
    redis.log().info("audit.summary", "entries counted so far", new TreeMap<>(counts));
  }
}
