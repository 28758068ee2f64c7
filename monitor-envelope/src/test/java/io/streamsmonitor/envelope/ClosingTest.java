package io.streamsmonitor.envelope;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.LifecycleEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClosingTest extends RedisTest {
  @Test
  void aRunningHandlerFinishesAndIsAcknowledged() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    redis
        .consumer("orders", "billing")
        .handle(
            (event, message) -> {
              running.countDown();
              assertThat(mayEnd.await(10, SECONDS)).isTrue();
            });
    redis.publisher("orders").publish("{}");
    assertThat(running.await(10, SECONDS)).isTrue();

    Thread closing = new Thread(redis::close);
    closing.start();
    mayEnd.countDown();
    closing.join(10_000);

    assertThat(sink.events()).extracting(LifecycleEvent::event).endsWith(EventNames.SHUTDOWN);
    assertThat(sink.events(EventNames.ACK)).hasSize(1);
    assertThat(sink.events(EventNames.SHUTDOWN).get(0).field("pendingMessages")).isEqualTo(0L);
  }

  @Test
  void aHandlerThatHangsDoesNotKeepTheServiceAlive() {
    CountDownLatch running = new CountDownLatch(1);
    redis
        .consumer("orders", "billing")
        .drain(Duration.ofMillis(50))
        .handle(
            (event, message) -> {
              running.countDown();
              new CountDownLatch(1).await();
            });
    redis.publisher("orders").publish("{}");
    await(running);

    redis.close();

    assertThat(sink.events(EventNames.SHUTDOWN).get(0).field("pendingMessages")).isEqualTo(1L);
  }

  @Test
  void readsNoMoreThanMayBeInFlight() {
    CountDownLatch twoRunning = new CountDownLatch(2);
    CountDownLatch mayEnd = new CountDownLatch(1);
    redis
        .consumer("orders", "billing")
        .concurrency(2)
        .batch(10)
        .maxInFlight(2)
        .handle(
            (event, message) -> {
              twoRunning.countDown();
              await(mayEnd);
            });
    List<String> ids =
        redis.publisher("orders").publishAll(IntStream.range(0, 20).mapToObj(i -> "{}").toList());
    await(twoRunning);

    assertThat(redis.client().pending("orders", "billing")).isEqualTo(2);
    mayEnd.countDown();
    assertThat(sink.await(EventNames.ACK, 20, SOON))
        .extracting(line -> line.field("messageId"))
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void oneWorkerKeepsTheOrder() {
    List<String> ids =
        redis.publisher("orders").publishAll(IntStream.range(0, 200).mapToObj(i -> "{}").toList());
    redis.consumer("orders", "billing").batch(7).handle((event, message) -> {});

    assertThat(sink.await(EventNames.ACK, 200, SOON))
        .extracting(line -> line.field("messageId"))
        .containsExactlyElementsOf(ids);
  }

  @Test
  void closingDoesNotWaitForABlockingReadToEnd() {
    redis.consumer("orders", "billing").block(Duration.ofSeconds(5)).handle((e, m) -> {});
    sink.await(EventNames.GROUP_CREATED, 1, SOON);
    long started = System.nanoTime();

    redis.close();

    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
    assertThat(sink.events()).extracting(LifecycleEvent::event).endsWith(EventNames.SHUTDOWN);
    assertThat(sink.events(EventNames.UNAVAILABLE)).isEmpty();
  }

  @Test
  void aSubscriptionCanBeClosedAlone() {
    Subscription orders = redis.consumer("orders", "billing").handle((event, message) -> {});
    redis.consumer("returns", "billing").handle((event, message) -> {});
    orders.close();

    redis.publisher("orders").publish("{}");
    redis.publisher("returns").publish("{}");

    assertThat(sink.await(EventNames.ACK, 1, SOON))
        .extracting(line -> line.field("stream"))
        .containsExactly("returns");
    assertThat(redis.client().pending("orders", "billing")).isZero();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
