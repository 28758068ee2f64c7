package io.streamsmonitor.envelope;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.resps.StreamEntry;

/** A Redis for the class, a recording service for each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RedisTest {
  static final Duration SOON = Duration.ofSeconds(10);

  final RedisServer server = RedisServer.start();
  RecordingSink sink = new RecordingSink();
  MonitoredRedis redis = service();

  MonitoredRedis service() {
    return MonitoredRedis.builder("billing").redis(server.uri()).sink(sink).start();
  }

  @BeforeAll
  void ping() {
    try (Jedis jedis = server.connect()) {
      jedis.flushAll();
    }
  }

  @AfterEach
  void renew() {
    redis.close();
    try (Jedis jedis = server.connect()) {
      jedis.flushAll();
    }
    sink = new RecordingSink();
    redis = service();
  }

  @AfterAll
  void stop() {
    redis.close();
    server.close();
  }

  /** What a stranger to this library sees in the stream. */
  List<Map<String, String>> stored(String stream) {
    try (Jedis jedis = server.connect()) {
      return jedis.xrange(stream, "-", "+").stream().map(StreamEntry::getFields).toList();
    }
  }

  void addBare(String stream, Map<String, String> fields) {
    try (Jedis jedis = server.connect()) {
      jedis.xadd(stream, XAddParams.xAddParams(), fields);
    }
  }
}
