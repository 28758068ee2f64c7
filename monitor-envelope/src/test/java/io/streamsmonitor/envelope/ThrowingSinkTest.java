package io.streamsmonitor.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.envelope.events.LifecycleEvent;
import io.streamsmonitor.envelope.events.LineBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XReadGroupParams;

/** A log that cannot be written to is a nuisance, never the end of a message. */
class ThrowingSinkTest extends RedisTest {
  static Stream<EventSink> sinks() {
    return Stream.of(
        event -> {
          throw new IllegalStateException("the logger is broken");
        },
        event -> {
          throw new NoClassDefFoundError("the logger is not there");
        },
        new LineSink() {
          @Override
          public void write(LineBuffer line) {
            throw new StackOverflowError("the logger logs itself");
          }

          @Override
          public void emit(LifecycleEvent event) {
            throw new StackOverflowError("the logger logs itself");
          }
        });
  }

  @ParameterizedTest
  @MethodSource("sinks")
  void everythingGoesOnAndTheLinesAreCounted(EventSink broken) throws Exception {
    CountDownLatch handled = new CountDownLatch(1);
    MonitoredRedis quiet = MonitoredRedis.builder("quiet").redis(server.uri()).sink(broken).start();
    try (quiet) {
      quiet.consumer("orders", "billing").handle((event, message) -> handled.countDown());
      quiet.publisher("orders").publish("{}");
      assertThat(handled.await(10, TimeUnit.SECONDS)).isTrue();

      plainCycle(quiet);
    }

    assertThat(stored("invoices")).hasSize(2).allMatch(entry -> entry.containsKey("traceId"));
    assertThat(quiet.unwrittenLines()).isGreaterThanOrEqualTo(8);
  }

  private static void plainCycle(MonitoredRedis quiet) {
    try (Pipeline pipeline = quiet.jedis().pipelined()) {
      pipeline.xadd("invoices", XAddParams.xAddParams(), Map.of("payload", "{}"));
      pipeline.xadd("invoices", XAddParams.xAddParams(), Map.of("payload", "{}"));
    }
    quiet.jedis().xgroupCreate("invoices", "shop", new StreamEntryID("0-0"), false);
    List<StreamEntryID> ids =
        quiet
            .jedis()
            .xreadGroup(
                "shop",
                "shop-1",
                XReadGroupParams.xReadGroupParams(),
                Map.of("invoices", StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY))
            .get(0)
            .getValue()
            .stream()
            .map(entry -> entry.getID())
            .toList();
    assertThat(quiet.jedis().xack("invoices", "shop", ids.toArray(StreamEntryID[]::new)))
        .isEqualTo(2);
  }
}
