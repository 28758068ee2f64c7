package io.streamsmonitor.envelope;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.Fields;
import io.streamsmonitor.envelope.events.LifecycleEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * So many entries, in all, on the streams of a chain of seven services while Redis crashes, freezes
 * and drops connections: {@code -Dgroups=slow -DexcludedGroups= -Dmessages=100000 -Dseed=1}.
 */
@Tag("slow")
class SevenServicesUnderFaultsTest {
  private static final int MESSAGES = Integer.getInteger("messages", 100_000);
  private static final long SEED = Long.getLong("seed", 1L);
  private static final int SERVICES = 7;
  private static final int BATCH = 50;

  /** Every so many messages one is poison to one of the services. */
  private static final int POISON_EVERY = 997;

  /** Messages of which Redis has confirmed the id, by stream. */
  private final Map<String, Set<String>> confirmed = new ConcurrentHashMap<>();

  /** Messages a service has handled to the end, or that reached its dead letters, by stream. */
  private final Map<String, Set<String>> done = new ConcurrentHashMap<>();

  private final Semaphore progress = new Semaphore(0);
  private final List<MonitoredRedis> services = new ArrayList<>();
  private final RecordingSink sink = new RecordingSink();

  @Test
  @Timeout(900)
  void everyPublishedIdIsHandledOrInTheDeadLetters() throws Exception {
    try (RedisServer server = RedisServer.start("--appendonly", "yes", "--appendfsync", "always")) {
      for (int i = 0; i < SERVICES; i++) {
        services.add(service(i, server));
      }
      SeededFaults faults = new SeededFaults(server, SEED);
      Thread striking = new Thread(faults, "faults");
      striking.start();
      Thread[] publishers = new Thread[2];
      for (int i = 0; i < publishers.length; i++) {
        int share = MESSAGES / publishers.length / SERVICES;
        publishers[i] = new Thread(() -> publish(share));
        publishers[i].start();
      }
      for (Thread publisher : publishers) {
        publisher.join();
      }
      awaitNinetyPercent();
      faults.stop();
      striking.join();
      awaitEverything(server);
      services.forEach(MonitoredRedis::close);
      report(faults);
      theTimelineTellsEachStory();
    }
  }

  private MonitoredRedis service(int number, RedisServer server) {
    MonitoredRedis redis =
        MonitoredRedis.builder("service-" + number)
            .redis(server.uri())
            .sink(this::keepWhatTheTimelineNeeds)
            .timeout(Duration.ofMillis(500))
            .start();
    String from = "s" + number;
    StreamPublisher next =
        number + 1 < SERVICES ? redis.publisher("s" + (number + 1)).unbounded() : null;
    redis
        .consumer(from, "g" + number)
        .batch(BATCH)
        .concurrency(4)
        .claimIdle(Duration.ofSeconds(5))
        .retry(RetryPolicy.exponential(Duration.ofMillis(20), Duration.ofSeconds(1)))
        .deadLetterAfter(1_000, from + ".dead")
        .handle(
            (event, message) -> {
              int n = Integer.parseInt(event.payload());
              if (n % POISON_EVERY == number) {
                throw new UndeliverableException("poison to service " + number);
              }
              if (next != null) {
                confirm("s" + (number + 1), next.publish(event.payload()));
              }
              finish(from, message.messageId());
            });
    return redis;
  }

  private void publish(int share) {
    StreamPublisher first = services.get(0).publisher("s0").unbounded();
    List<String> batch = new ArrayList<>();
    for (int left = share; left > 0; ) {
      batch.clear();
      for (int i = 0; i < Math.min(BATCH, left); i++) {
        batch.add(Integer.toString(ThreadLocalRandom.current().nextInt(1_000_000)));
      }
      try {
        first.publishAll(batch).forEach(id -> confirm("s0", id));
        left -= batch.size();
      } catch (JedisException e) {
        Thread.onSpinWait();
      }
    }
  }

  private void confirm(String stream, String id) {
    confirmed.computeIfAbsent(stream, s -> ConcurrentHashMap.newKeySet()).add(id);
  }

  private void finish(String stream, String id) {
    done.computeIfAbsent(stream, s -> ConcurrentHashMap.newKeySet()).add(id);
    progress.release();
  }

  /** The faults go on while the services work, and leave them the end. */
  private void awaitNinetyPercent() throws InterruptedException {
    while (done.values().stream().mapToInt(Set::size).sum() < 0.9 * MESSAGES) {
      assertThat(progress.tryAcquire(60, SECONDS)).as("the services go on").isTrue();
      progress.drainPermits();
    }
  }

  private void awaitEverything(RedisServer server) throws InterruptedException {
    while (!missing(server).isEmpty()) {
      assertThat(progress.tryAcquire(30, SECONDS)).as("missing: %s", missing(server)).isTrue();
      progress.drainPermits();
    }
  }

  /** Ids by stream that were confirmed and neither handled nor given up. */
  private Map<String, Set<String>> missing(RedisServer server) {
    Map<String, Set<String>> missing = new HashMap<>();
    try (Jedis jedis = server.connect()) {
      for (int i = 0; i < SERVICES; i++) {
        String stream = "s" + i;
        Set<String> ids = new HashSet<>(confirmed.getOrDefault(stream, Set.of()));
        ids.removeAll(done.getOrDefault(stream, Set.of()));
        if (!ids.isEmpty()) {
          jedis
              .xrange(stream + ".dead", "-", "+")
              .forEach(dead -> ids.remove(dead.getFields().get(Fields.DEAD_LETTER_OF_MESSAGE)));
        }
        if (!ids.isEmpty()) {
          missing.put(stream, ids);
        }
      }
    }
    return missing;
  }

  private final Set<String> published = ConcurrentHashMap.newKeySet();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  private void keepWhatTheTimelineNeeds(LifecycleEvent line) {
    String id = line.field(Fields.STREAM) + "/" + line.field(Fields.MESSAGE_ID);
    switch (line.event()) {
      case EventNames.PUBLISH -> published.add(id);
      case EventNames.ACK -> {
        acknowledged.add(id);
        progress.release();
      }
      case EventNames.LOST -> sink.emit(line);
      default -> {
        // The other lines are not asked about here.
      }
    }
  }

  private void theTimelineTellsEachStory() {
    Set<String> unpublished = new HashSet<>();
    Set<String> unfinished = new HashSet<>();
    confirmed.forEach(
        (stream, ids) ->
            ids.forEach(
                id -> {
                  String name = stream + "/" + id;
                  if (!published.contains(name)) {
                    unpublished.add(name);
                  }
                  if (!acknowledged.contains(name)) {
                    unfinished.add(name);
                  }
                }));
    assertThat(unpublished).as("no line for the publish").isEmpty();
    assertThat(sink.events(EventNames.LOST)).isEmpty();
    assertThat(unfinished).as("no line for the end").isEmpty();
  }

  private void report(SeededFaults faults) {
    int ids = confirmed.values().stream().mapToInt(Set::size).sum();
    System.out.printf("seed %d: %,d published ids, %s%n", SEED, ids, faults);
  }
}
