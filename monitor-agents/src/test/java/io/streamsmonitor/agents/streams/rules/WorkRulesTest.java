package io.streamsmonitor.agents.streams.rules;

import static io.streamsmonitor.agents.streams.Looks.text;
import static io.streamsmonitor.agents.streams.StreamSketch.consumer;
import static io.streamsmonitor.agents.streams.StreamSketch.nobody;
import static io.streamsmonitor.agents.streams.StreamSketch.pending;
import static io.streamsmonitor.agents.streams.StreamSketch.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.streams.Looks;
import io.streamsmonitor.agents.streams.StreamSketch;
import io.streamsmonitor.core.clock.VirtualClock;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.ConsumerSnapshot;
import io.streamsmonitor.core.model.PendingEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkRulesTest {
  private static final List<ConsumerSnapshot> ALIVE = List.of(consumer("c", 20));

  @Test
  void stuckFiresByIdleAtTheFirstLook() {
    Looks looks = Looks.with(new StuckMessage());
    List<Draft> drafts =
        looks.see(stream("s").entries(1).group("g", 1, ALIVE, pending(1, "c", 30_001, 1)));
    assertThat(drafts).hasSize(1);
    assertThat(drafts.get(0).details()).containsEntry("messageIds", List.of("1-0"));
  }

  @Test
  void stuckFiresOnAReclaimLoopThatKeepsIdleSmall() {
    Looks looks = Looks.with(new StuckMessage());
    List<Draft> drafts = List.of();
    for (long n = 0; n <= 7; n++) {
      drafts = looks.see(stream("s").entries(1).group("g", 1, ALIVE, pending(1, "c", 900, n + 1)));
    }
    assertThat(drafts).hasSize(1);
    assertThat(text(drafts.get(0), "hypothesis")).contains("re-claim loop");
  }

  @Test
  void stuckSaysThatTheHolderIsGoneWhileOthersReadOn() {
    Looks looks = Looks.with(new StuckMessage());
    List<ConsumerSnapshot> two = List.of(consumer("c", 20), consumer("gone", 90_000));
    List<Draft> left =
        looks.see(stream("s").entries(1).group("g", 1, two, pending(1, "gone", 90_001, 1)));
    List<Draft> held =
        Looks.with(new StuckMessage())
            .see(stream("s").entries(1).group("g", 1, two, pending(1, "c", 90_001, 1)));
    assertThat(text(left.get(0), "hypothesis")).contains("Left behind by gone");
    assertThat(text(held.get(0), "hypothesis")).doesNotContain("Left behind");
  }

  @Test
  void stuckStaysSilentWhileEntriesComeAndGo() {
    Looks looks = Looks.with(new StuckMessage());
    for (long n = 1; n <= 20; n++) {
      assertThat(looks.see(stream("s").entries(n).group("g", n, ALIVE, pending(n, "c", 4_000, 1))))
          .isEmpty();
    }
  }

  @Test
  void deliveryFailureFindsThePoisonAmongFiveHundred() {
    List<PendingEntry> entries = new ArrayList<>();
    for (int i = 1; i <= 500; i++) {
      entries.add(pending(i, "c", 10, i == 400 ? 4 : 1));
    }
    StreamSketch sketch =
        stream("s").entries(500).group("g", 500, ALIVE, entries.toArray(PendingEntry[]::new));
    Draft draft = Looks.with(new DeliveryFailure()).see(sketch).get(0);
    assertThat(draft.details()).containsEntry("messageIds", List.of("400-0"));
    assertThat(draft.details()).containsEntry("pattern", "POISON_MESSAGE");
  }

  @Test
  void deliveryFailureTellsACrashLoopFromPoison() {
    Draft draft =
        Looks.with(new DeliveryFailure())
            .see(
                stream("s")
                    .entries(3)
                    .group(
                        "g",
                        3,
                        ALIVE,
                        pending(1, "c", 10, 5),
                        pending(2, "c", 10, 5),
                        pending(3, "c", 10, 5)))
            .get(0);
    assertThat(draft.details()).containsEntry("pattern", "CRASH_LOOP");
    assertThat(text(draft, "hypothesis")).contains("held by c");
  }

  @Test
  void deliveryFailureStaysSilentAtThree() {
    assertThat(
            Looks.with(new DeliveryFailure())
                .see(stream("s").entries(1).group("g", 1, ALIVE, pending(1, "c", 10, 3))))
        .isEmpty();
  }

  @Test
  void deadFiresAtTheSecondLookWithoutConsumersAndWithWorkWaiting() {
    Looks looks = Looks.with(new DeadConsumer());
    assertThat(looks.see(stream("s").entries(5).group("g", 0, nobody()))).isEmpty();
    assertThat(looks.see(stream("s").entries(5).group("g", 0, nobody())))
        .extracting(Draft::severity)
        .containsExactly(Severity.CRITICAL);
  }

  @Test
  void deadStaysSilentOnAReaderThatIsListedWithItsFirstEntryOnly() {
    Looks looks = Looks.with(new DeadConsumer());
    looks.see(stream("s").entries(0).group("g", 0, nobody()));
    looks.see(stream("s").entries(0).group("g", 0, nobody()));
    assertThat(looks.see(stream("s").entries(5).group("g", 0, nobody()))).isEmpty();
    assertThat(looks.see(stream("s").entries(5).group("g", 5, ALIVE))).isEmpty();
  }

  @Test
  void deadFiresAtTheOnlyLookWhereTheOldestUnreadEntryProvesIt() {
    long old = VirtualClock.START.toEpochMilli() - 60_000;
    StreamSketch nobody = stream("s").entries(old, old + 4).group("g", 0, nobody());
    StreamSketch ghosts =
        stream("t").entries(old, old + 4).group("g", 0, List.of(consumer("c", 90_000)));
    assertThat(Looks.only(new DeadConsumer()).see(nobody, ghosts)).hasSize(2);
    assertThat(Looks.with(new DeadConsumer()).see(nobody, ghosts)).isEmpty();
  }

  @Test
  void deadStaysSilentAtTheOnlyLookWhereTheWorkIsYoungOrItsIdsTellNothing() {
    long young = VirtualClock.START.toEpochMilli() - 1_000;
    assertThat(
            Looks.only(new DeadConsumer())
                .see(
                    stream("young").entries(young, young + 4).group("g", 0, nobody()),
                    stream("ids").entries(5).group("g", 0, nobody()),
                    stream("alive")
                        .entries(young - 60_000, young)
                        .group("g", 0, List.of(consumer("c", 100)))))
        .isEmpty();
  }

  @Test
  void deadFiresWhenOnlyGhostsAreLeft() {
    Looks looks = Looks.with(new DeadConsumer());
    looks.see(stream("s").entries(5).group("g", 2, List.of(consumer("c", 60_000))));
    assertThat(looks.see(stream("s").entries(5).group("g", 2, List.of(consumer("c", 65_000)))))
        .hasSize(1);
  }

  @Test
  void deadStaysSilentOnABlockedReaderWithNothingToRead() {
    Looks looks = Looks.with(new DeadConsumer());
    for (long n = 0; n < 100; n++) {
      assertThat(
              looks.see(
                  stream("listed").entries(5).group("g", 5, List.of(consumer("c", n * 5_000))),
                  stream("unlisted").entries(5).group("g", 5, nobody())))
          .isEmpty();
    }
  }

  @Test
  void deadStaysSilentWhileAConsumerIsAsIdleAsItHealthilyWas() {
    Looks looks = Looks.with(new DeadConsumer());
    looks.see(stream("s").entries(5).group("g", 5, List.of(consumer("c", 40_000))));
    looks.see(stream("s").entries(6).group("g", 6, List.of(consumer("c", 100))));
    looks.see(stream("s").entries(9).group("g", 6, List.of(consumer("c", 60_000))));
    assertThat(looks.see(stream("s").entries(9).group("g", 6, List.of(consumer("c", 65_000)))))
        .isEmpty();
  }

  @Test
  void missingAckFiresWhenPendingRisesThriceAndNothingIsAcknowledged() {
    Looks looks = Looks.with(new MissingAck());
    List<Draft> drafts = List.of();
    for (long n = 1; n <= 4; n++) {
      assertThat(drafts).isEmpty();
      drafts = looks.see(stream("s").entries(n * 4).group("g", n * 4, null, n * 4, ALIVE));
    }
    assertThat(drafts).extracting(Draft::severity).containsExactly(Severity.HIGH);
  }

  @Test
  void missingAckStaysSilentWhileEntriesAreAcknowledged() {
    Looks looks = Looks.with(new MissingAck());
    for (long n = 1; n <= 10; n++) {
      assertThat(looks.see(stream("s").entries(n * 40).group("g", n * 40, null, n * 2, ALIVE)))
          .isEmpty();
    }
  }

  @Test
  void missingAckTakesTheTableToTheLetterInStrict() {
    Looks looks = Looks.strict(new MissingAck());
    List<Draft> drafts = List.of();
    for (long n = 1; n <= 4; n++) {
      drafts = looks.see(stream("s").entries(40).group("g", n * 4, null, n * 4, ALIVE));
    }
    assertThat(drafts).hasSize(1);
  }
}
