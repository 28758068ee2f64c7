package io.streamsmonitor.envelope;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.envelope.events.EventNames;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisException;

class CrashUnderLoadTest {
  private static final int MESSAGES = 3_000;

  @Test
  void everyPublishedMessageIsHandledAlthoughRedisCrashed() throws Exception {
    RecordingSink sink = new RecordingSink();
    Set<String> handled = ConcurrentHashMap.newKeySet();
    Semaphore newlyHandled = new Semaphore(0);
    try (RedisServer server = RedisServer.start("--appendonly", "yes", "--appendfsync", "always");
        MonitoredRedis redis =
            MonitoredRedis.builder("billing").redis(server.uri()).sink(sink).start()) {
      redis
          .consumer("orders", "billing")
          .concurrency(3)
          .batch(20)
          .handle(
              (event, message) -> {
                if (handled.add(message.messageId())) {
                  newlyHandled.release();
                }
              });
      Set<String> published = new HashSet<>();
      Thread publisher = new Thread(() -> publish(redis.publisher("orders"), published));
      publisher.start();
      sink.await(EventNames.ACK, MESSAGES / 3, Duration.ofSeconds(20));

      server.kill();
      server.startAgain();
      publisher.join();
      while (!handled.containsAll(published)) {
        assertThat(newlyHandled.tryAcquire(20, SECONDS)).as("another message is handled").isTrue();
      }

      assertThat(published).hasSize(MESSAGES);
      assertThat(sink.events(EventNames.LOST)).isEmpty();
    }
  }

  /** Knows the ids Redis has confirmed; what was not confirmed is published again. */
  private static void publish(StreamPublisher orders, Set<String> published) {
    while (published.size() < MESSAGES) {
      try {
        published.add(orders.publish("{}"));
      } catch (JedisException e) {
        Thread.onSpinWait();
      }
    }
  }
}
