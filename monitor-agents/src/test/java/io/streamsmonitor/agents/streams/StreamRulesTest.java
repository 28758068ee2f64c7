package io.streamsmonitor.agents.streams;

import static io.streamsmonitor.agents.streams.StreamSketch.consumer;
import static io.streamsmonitor.agents.streams.StreamSketch.pending;
import static io.streamsmonitor.agents.streams.StreamSketch.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.clock.VirtualClock;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.model.DeliverySample;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.rule.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Streams in which nothing moves any more, among too many to judge each at every look. */
class StreamRulesTest {
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final int MANY = 300;

  private final DeliveryWatch deliveries = new DeliveryWatch();
  private final StreamHistory history =
      new StreamHistory(Thresholds.DEFAULT.polling(POLL), StreamKnowledge.NONE, deliveries);
  private final StreamRules rules = new StreamRules();
  private Instant now = VirtualClock.START;

  private List<String> look(StreamSketch sketch) {
    List<StreamSnapshot> streams = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      streams.add(stream("s" + i).entries(5).group("g", 5, List.of(consumer("c", 5))).snapshot());
    }
    streams.add(sketch.snapshot());
    now = now.plus(POLL);
    return rules
        .check(history.look(new StreamPoll(now, streams, List.of(), 1, 1)), false)
        .values()
        .stream()
        .flatMap(Collection::stream)
        .map(Draft::rule)
        .map(rule -> rule.id())
        .toList();
  }

  @Test
  void areJudgedWhenAnEntryHasJustWaitedTooLong() {
    for (int i = 0; i <= 5; i++) {
      assertThat(look(waiting(100))).as("look %s", i).isEmpty();
    }
    assertThat(look(waiting(100))).containsExactly("stream.stuck-message");
  }

  private static StreamSketch waiting(long idleMs) {
    return stream("work")
        .entries(5)
        .group("g", 5, List.of(consumer("c", 5)), pending(5, "c", idleMs, 1));
  }

  @Test
  void areJudgedWhenTheLastConsumerHasJustBeenIdleTooLong() {
    for (int i = 0; i <= 12; i++) {
      assertThat(look(idle(i * 2_500L))).as("look %s", i).isEmpty();
    }
    assertThat(look(idle(30_001))).containsExactly("stream.dead-consumer");
  }

  private static StreamSketch idle(long idleMs) {
    return stream("work").entries(5).group("g", 2, List.of(consumer("c", idleMs)));
  }

  @Test
  void areJudgedWhenServicesLogThatDeliveriesAreSlow() {
    for (int i = 0; i < 9; i++) {
      assertThat(look(idle(5))).isEmpty();
    }
    for (int i = 0; i < 3; i++) {
      deliveries.add(new DeliverySample("shop", "work", "g", 900, now));
    }
    assertThat(look(idle(5))).containsExactly("stream.slow-delivery");
  }
}
