package io.streamsmonitor.envelope;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.MDC;
import redis.clients.jedis.params.XAddParams;

/** A service in a process of its own: {@code Embedded redis://…}. Ends with 0 when all is well. */
final class Embedded {
  private Embedded() {}

  public static void main(String[] args) throws InterruptedException {
    CountDownLatch handled = new CountDownLatch(2);
    try (MonitoredRedis redis =
        MonitoredRedis.builder("embedded")
            .redis(args[0])
            .sink(JsonLineSink.slf4j("lifecycle"))
            .start()) {
      redis
          .consumer("orders", "embedded")
          .handle(
              (event, message) -> {
                MDC.put("own", "value");
                handled.countDown();
              });
      redis.publisher("orders").publish(Map.of("id", "o-1"));
      redis.jedis().xadd("orders", XAddParams.xAddParams(), Map.of("payload", "{\"id\":\"o-2\"}"));
      if (!handled.await(20, TimeUnit.SECONDS)) {
        System.exit(3);
      }
    }
    System.out.println("java " + Runtime.version().feature() + ", all handled");
  }
}
