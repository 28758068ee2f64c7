package io.streamsmonitor.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.micrometer.ObservationObserver;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class ObservationsTest extends RedisTest {
  @Test
  void everyStepIsObservedWithItsIds() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    ObservationRegistry registry = ObservationRegistry.create();
    registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    BlockingQueue<String> current = new LinkedBlockingQueue<>();
    try (MonitoredRedis observed =
        MonitoredRedis.builder("observed")
            .redis(server.uri())
            .sink(sink)
            .observer(new ObservationObserver(registry))
            .start()) {
      observed
          .consumer("orders", "billing")
          .deadLetterAfter(1, "orders.dead")
          .handle(
              (event, message) -> {
                Observation open = registry.getCurrentObservation();
                current.add(open == null ? "none" : String.valueOf(open.getContext()));
                if (event.payload().contains("bad")) {
                  throw new IllegalStateException("bad");
                }
              });
      observed.publisher("orders").publish("\"good\"");
      observed.publisher("orders").publish("\"bad\"");
      sink.await(EventNames.ACK, 2, SOON);
    }

    assertThat(current).hasSize(2).allMatch(context -> context.contains("correlationId"));
    assertThat(meters.get("redis.stream.publish").tag("stream", "orders").timer().count())
        .isEqualTo(2);
    assertThat(
            meters
                .get("redis.stream.process")
                .tag("group", "billing")
                .tag("error", "IllegalStateException")
                .timer()
                .count())
        .isEqualTo(1);
    assertThat(meters.get("redis.stream.settle").timer().count()).isEqualTo(1);
  }
}
