package io.streamsmonitor.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.envelope.events.EventNames;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class WorkerThreadsTest extends RedisTest {
  @Test
  void handlersRunOnTheThreadsOfTheService() {
    Set<String> names = ConcurrentHashMap.newKeySet();
    redis
        .consumer("orders", "billing")
        .threads(work -> new Thread(work, "mine"))
        .handle((event, message) -> names.add(Thread.currentThread().getName()));
    redis.publisher("orders").publish("{}");

    sink.await(EventNames.ACK, 1, SOON);
    assertThat(names).containsExactly("mine");
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void aHundredVirtualThreadsWaitAtTheSameTime() throws Exception {
    CountDownLatch all = new CountDownLatch(100);
    Set<Boolean> virtual = Collections.synchronizedSet(new java.util.HashSet<>());
    Method isVirtual = Thread.class.getMethod("isVirtual");
    redis
        .consumer("orders", "billing")
        .concurrency(100)
        .batch(100)
        .threads(virtualThreads())
        .handle(
            (event, message) -> {
              virtual.add((Boolean) isVirtual.invoke(Thread.currentThread()));
              redis.publisher("invoices").publish("{}");
              all.countDown();
              assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
            });
    redis.publisher("orders").publishAll(IntStream.range(0, 100).mapToObj(i -> "{}").toList());

    sink.await(EventNames.ACK, 100, SOON);
    assertThat(virtual).containsExactly(true);
    assertThat(sink.events(EventNames.FAILED)).isEmpty();
  }

  /** The project compiles for Java 17, where there are none. */
  private static ThreadFactory virtualThreads() throws ReflectiveOperationException {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    Class<?> type = Class.forName("java.lang.Thread$Builder");
    return (ThreadFactory) type.getMethod("factory").invoke(builder);
  }
}
