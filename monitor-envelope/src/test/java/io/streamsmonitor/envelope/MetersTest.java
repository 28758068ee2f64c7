package io.streamsmonitor.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.micrometer.MeteredSink;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetersTest extends RedisTest {
  @Test
  void messagesAreTimedFailuresCountedAndPendingOnesShown() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    try (MonitoredRedis metered =
        MonitoredRedis.builder("metered")
            .redis(server.uri())
            .sink(new MeteredSink(registry, sink))
            .start()) {
      metered
          .consumer("orders", "billing")
          .retry(RetryPolicy.fixed(Duration.ofMillis(5)))
          .deadLetterAfter(2, "orders.dead")
          .handle(
              (event, message) -> {
                if (event.payload().contains("bad")) {
                  throw new IllegalStateException("bad");
                }
              });
      metered.publisher("orders").publish("\"good\"");
      metered.publisher("orders").publish("\"bad\"");
      sink.await(EventNames.ACK, 2, SOON);
    }

    assertThat(registry.get("redis.stream.publish").tag("stream", "orders").timer().count())
        .isEqualTo(2);
    assertThat(registry.get("redis.stream.process").tag("group", "billing").timer().count())
        .isEqualTo(2);
    assertThat(registry.get("redis.stream.lag").timer().count()).isEqualTo(3);
    assertThat(registry.get("redis.stream.failed").tag("retry", "true").counter().count())
        .isEqualTo(1);
    assertThat(registry.get("redis.stream.failed").tag("retry", "false").counter().count())
        .isEqualTo(1);
    assertThat(registry.get("redis.stream.pending").tag("stream", "orders").gauge().value())
        .isZero();
  }
}
