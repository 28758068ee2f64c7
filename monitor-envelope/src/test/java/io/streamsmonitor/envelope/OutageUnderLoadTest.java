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

/** Every message that Redis confirmed is handled, whatever happens to Redis in between. */
class OutageUnderLoadTest {
  private static final int MESSAGES = 2_000;

  private final RecordingSink sink = new RecordingSink();
  private final Set<String> published = new HashSet<>();
  private final Set<String> handled = ConcurrentHashMap.newKeySet();
  private final Semaphore newlyHandled = new Semaphore(0);

  @Test
  void everyPublishedMessageIsHandledAlthoughRedisCrashed() throws Exception {
    try (RedisServer server = RedisServer.start("--appendonly", "yes", "--appendfsync", "always");
        MonitoredRedis redis =
            MonitoredRedis.builder("billing").redis(server.uri()).sink(sink).start()) {
      Thread publisher = load(redis);
      server.kill();
      server.startAgain();
      assertAllHandled(publisher);
    }
  }

  @Test
  @Timeout(60)
  void everyPublishedMessageIsHandledAlthoughRedisStoodStillForFiveSeconds() throws Exception {
    ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    try (RedisServer server = RedisServer.start();
        MonitoredRedis redis =
            MonitoredRedis.builder("billing")
                .redis(server.uri())
                .sink(sink)
                .timeout(Duration.ofMillis(500))
                .start()) {
      Thread publisher = load(redis);
      server.freeze();
      later.schedule(server::thaw, 5, SECONDS).get();
      assertAllHandled(publisher);
    } finally {
      later.shutdownNow();
    }
  }

  /** Publishes and consumes; returns in the middle of it, with the thread that publishes. */
  private Thread load(MonitoredRedis redis) {
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
    Thread publisher = new Thread(() -> publish(redis.publisher("orders")));
    publisher.start();
    sink.await(EventNames.ACK, MESSAGES / 4, Duration.ofSeconds(20));
    return publisher;
  }

  /** Knows the ids Redis has confirmed; what was not confirmed is published again. */
  private void publish(StreamPublisher orders) {
    while (published.size() < MESSAGES) {
      try {
        published.add(orders.publish("{}"));
      } catch (JedisException e) {
        Thread.onSpinWait();
      }
    }
  }

  private void assertAllHandled(Thread publisher) throws InterruptedException {
    publisher.join();
    while (!handled.containsAll(published)) {
      assertThat(newlyHandled.tryAcquire(20, SECONDS)).as("another message is handled").isTrue();
    }
    assertThat(published).hasSize(MESSAGES);
    assertThat(sink.events(EventNames.LOST)).isEmpty();
  }
}
