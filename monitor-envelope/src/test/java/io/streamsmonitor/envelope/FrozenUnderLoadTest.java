package io.streamsmonitor.envelope;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.envelope.events.EventNames;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.exceptions.JedisException;

class FrozenUnderLoadTest {
  private static final int MESSAGES = 2_000;

  @Test
  @Timeout(60)
  void everyPublishedMessageIsHandledAlthoughRedisStoodStillForFiveSeconds() throws Exception {
    RecordingSink sink = new RecordingSink();
    Set<String> handled = ConcurrentHashMap.newKeySet();
    Semaphore newlyHandled = new Semaphore(0);
    ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    try (RedisServer server = RedisServer.start();
        MonitoredRedis redis =
            MonitoredRedis.builder("billing")
                .redis(server.uri())
                .sink(sink)
                .timeout(Duration.ofMillis(500))
                .start()) {
      redis
          .consumer("orders", "billing")
          .concurrency(3)
          .handle(
              (event, message) -> {
                if (handled.add(message.messageId())) {
                  newlyHandled.release();
                }
              });
      Set<String> published = new HashSet<>();
      Thread publisher = new Thread(() -> publish(redis.publisher("orders"), published));
      publisher.start();
      sink.await(EventNames.ACK, MESSAGES / 4, Duration.ofSeconds(20));

      server.freeze();
      later.schedule(server::thaw, 5, SECONDS).get();
      publisher.join();
      while (!handled.containsAll(published)) {
        assertThat(newlyHandled.tryAcquire(20, SECONDS)).as("another message is handled").isTrue();
      }

      assertThat(published).hasSize(MESSAGES);
      assertThat(sink.events(EventNames.LOST)).isEmpty();
    } finally {
      later.shutdownNow();
    }
  }

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
