package io.streamsmonitor.agents.streams.rules;

import static io.streamsmonitor.agents.streams.Looks.text;
import static io.streamsmonitor.agents.streams.StreamSketch.consumer;
import static io.streamsmonitor.agents.streams.StreamSketch.nobody;
import static io.streamsmonitor.agents.streams.StreamSketch.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.streams.Looks;
import io.streamsmonitor.agents.streams.StreamSketch;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.ConsumerSnapshot;
import io.streamsmonitor.core.model.DeliverySample;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupRulesTest {
  private static final List<ConsumerSnapshot> ALIVE = List.of(consumer("c", 20));

  @Test
  void lagFiresAtTheFirstLookAboveTheLimit() {
    Draft draft =
        Looks.with(new ConsumerLag()).see(stream("s").entries(101).group("g", 0, ALIVE)).get(0);
    assertThat(draft.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(draft.subject().group()).isEqualTo("g");
    assertThat(text(draft, "metrics")).contains("consumerLagMessages=101");
    assertThat(text(draft, "evidence")).contains("> XINFO GROUPS s", "resolved lag 101");
  }

  @Test
  void lagStaysSilentAtTheLimitWhateverTheServerSays() {
    Looks looks = Looks.with(new ConsumerLag());
    assertThat(looks.see(stream("s").entries(100).group("g", 0, 900L, 0, ALIVE))).isEmpty();
  }

  @Test
  void groupGoneFiresOnAGroupThatWasReadAndEndsWhenItIsBack() {
    Looks looks = Looks.with(new GroupGone());
    assertThat(looks.see(stream("s").entries(5).group("g", 5, ALIVE))).isEmpty();
    Draft draft = looks.see(stream("s").entries(6)).get(0);
    assertThat(draft.subject().group()).isEqualTo("g");
    assertThat(looks.see(stream("s").entries(2))).hasSize(1); // the stream was made anew
    assertThat(looks.see(stream("s").entries(3).group("g", 2, nobody()))).isEmpty();
  }

  @Test
  void groupGoneStaysSilentOnAGroupThatNobodyEverRead() {
    Looks looks = Looks.with(new GroupGone());
    looks.see(stream("s").entries(5).group("g", 0, nobody()));
    assertThat(looks.see(stream("s").entries(6))).isEmpty();
  }

  @Test
  void lagThatDrainsSlowlyIsKept() {
    Looks looks = Looks.with(new ConsumerLag());
    List<Draft> drafts = List.of();
    for (long read = 0; read <= 6; read += 2) {
      drafts = looks.see(stream("s").entries(1_000).group("g", read, ALIVE));
    }
    assertThat(drafts.get(0).resolution()).isNull();
  }

  @Test
  void lagThatDrainsIsResolvedWithItsEta() {
    Looks looks = Looks.with(new ConsumerLag());
    List<Draft> drafts = List.of();
    for (long read = 0; read <= 300; read += 100) {
      drafts = looks.see(stream("s").entries(1_000).group("g", read, ALIVE));
    }
    assertThat(drafts).hasSize(1);
    assertThat(drafts.get(0).resolution()).contains("draining");
    assertThat((Long) drafts.get(0).details().get("etaMs")).isBetween(28_000L, 42_000L);
  }

  @Test
  void lagKeepsWhatDoesNotShrinkAndSaysWhy() {
    Looks looks = Looks.with(new ConsumerLag());
    List<Draft> drafts = List.of();
    for (long n = 1; n <= 5; n++) {
      drafts = looks.see(stream("s").entries(n * 200).group("g", n * 10, ALIVE));
    }
    assertThat(drafts.get(0).resolution()).isNull();
    assertThat(drafts.get(0).details()).containsEntry("trend", "WARN");
  }

  @Test
  void noGroupFiresAtTheFirstLook() {
    assertThat(Looks.with(new NoConsumerGroup()).see(stream("s").entries(1)))
        .extracting(Draft::severity)
        .containsExactly(Severity.MEDIUM);
    Draft parked = Looks.with(new NoConsumerGroup()).see(stream("orders:dlq").entries(1)).get(0);
    assertThat(text(parked, "hypothesis")).contains("dead-letter");
  }

  @Test
  void noGroupStaysSilentWithOne() {
    assertThat(
            Looks.with(new NoConsumerGroup()).see(stream("s").entries(1).group("g", 1, nobody())))
        .isEmpty();
  }

  @Test
  void competingCountsTheLiving() {
    StreamSketch shared =
        stream("s")
            .entries(1)
            .group(
                "g",
                1,
                List.of(consumer("a", 10), consumer("b", 10), consumer("ghost", 9_000_000)));
    Draft draft = Looks.with(new CompetingConsumers()).see(shared).get(0);
    assertThat(draft.severity()).isEqualTo(Severity.INFO);
    assertThat(draft.details()).containsEntry("consumers", List.of("a", "b"));
  }

  @Test
  void competingStaysSilentOnOneAndItsGhosts() {
    assertThat(
            Looks.with(new CompetingConsumers())
                .see(
                    stream("s")
                        .entries(1)
                        .group("g", 1, List.of(consumer("a", 10), consumer("x", 9_000_000)))))
        .isEmpty();
  }

  @Test
  void orphanedFiresAfterFiveStillMinutesAndNotBefore() {
    Looks looks = Looks.with(new OrphanedStream());
    looks.see(stream("s").entries(3));
    assertThat(looks.seeAfter(Duration.ofMinutes(4), stream("s").entries(3))).isEmpty();
    assertThat(looks.seeAfter(Duration.ofMinutes(1), stream("s").entries(3)))
        .extracting(Draft::severity)
        .containsExactly(Severity.LOW);
  }

  @Test
  void orphanedStaysSilentWhileAnyoneReadsOrWrites() {
    Looks looks = Looks.with(new OrphanedStream());
    looks.see(stream("w").entries(3), stream("r").entries(9).group("g", 1, ALIVE));
    assertThat(
            looks.seeAfter(
                Duration.ofMinutes(6),
                stream("w").entries(4),
                stream("r").entries(9).group("g", 2, ALIVE)))
        .isEmpty();
  }

  @Test
  void schemaFiresOnShapesThatDoNotGoTogether() {
    assertThat(
            Looks.with(new SchemaInconsistency())
                .see(
                    stream("s")
                        .entries(2)
                        .shapes(
                            List.of(List.of("orderId", "total"), List.of("order_id", "total")))))
        .extracting(Draft::severity)
        .containsExactly(Severity.MEDIUM);
  }

  @Test
  void schemaStaysSilentOnOptionalFieldsAndKindsOfEvents() {
    assertThat(
            Looks.with(new SchemaInconsistency())
                .see(
                    stream("a")
                        .entries(2)
                        .shapes(
                            List.of(List.of("id", "payload"), List.of("id", "payload", "note"))),
                    stream("b")
                        .entries(2)
                        .shapes(
                            List.of(
                                List.of("payload", "causationId"),
                                List.of("payload", "traceparent"))),
                    stream("c")
                        .entries(2)
                        .shapes(
                            List.of(
                                List.of("type", "id", "total"), List.of("type", "id", "reason")))))
        .isEmpty();
  }

  @Test
  void slowDeliveryFiresAtTheThirdSlowSample() {
    Looks looks = Looks.with(new SlowDelivery());
    for (long n = 1; n <= 3; n++) {
      assertThat(looks.see(stream("s").entries(1))).isEmpty();
      looks.delivered(new DeliverySample("shop", "s", "g", 501, looks.now()));
    }
    Draft draft = looks.see(stream("s").entries(1)).get(0);
    assertThat(draft.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(draft.subject().service()).isEqualTo("shop");
  }

  @Test
  void slowDeliveryStaysSilentAfterAFastSample() {
    Looks looks = Looks.with(new SlowDelivery());
    for (double ms : new double[] {900, 900, 900, 100}) {
      looks.delivered(new DeliverySample("shop", "s", null, ms, looks.now()));
    }
    assertThat(looks.see(stream("s").entries(1))).isEmpty();
  }

  @Test
  void serverLagWrongFiresAtTheSecondStillLook() {
    Looks looks = Looks.with(new ServerLagWrong());
    assertThat(looks.see(stream("s").entries(9).group("g", 9, 900L, 0, ALIVE))).hasSize(0);
    assertThat(looks.see(stream("s").entries(9).group("g", 9, 900L, 0, ALIVE)))
        .extracting(Draft::severity)
        .containsExactly(Severity.INFO);
  }

  @Test
  void serverLagWrongStaysSilentWhenItIsRightOrUnknown() {
    Looks looks = Looks.with(new ServerLagWrong());
    for (long n = 0; n < 4; n++) {
      assertThat(
              looks.see(
                  stream("s").entries(9).group("g", 5, 4L, 0, ALIVE),
                  stream("t").entries(9).group("g", 5, null, 0, ALIVE)))
          .isEmpty();
    }
  }
}
