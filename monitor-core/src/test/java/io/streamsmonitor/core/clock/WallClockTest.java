package io.streamsmonitor.core.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WallClockTest {

  @Test
  void eventsOfALaneKeepTheirOrderAndTicksAreNotStarvedByThem() throws InterruptedException {
    try (WallClock clock = new WallClock()) {
      Lane lane = clock.lane("test");
      List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
      CountDownLatch done = new CountDownLatch(100_001);
      AtomicBoolean ticked = new AtomicBoolean();
      lane.at(
          clock.now().plusMillis(1),
          () -> {
            ticked.set(true);
            done.countDown();
          });
      for (int i = 0; i < 100_000; i++) {
        int n = i;
        lane.post(
            () -> {
              seen.add(n);
              done.countDown();
            });
      }
      assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(ticked).isTrue();
      assertThat(seen).hasSize(100_000).isSorted();
    }
  }

  @Test
  void aLateTickComesAfterTheEventsThatCameBeforeIt() throws InterruptedException {
    try (WallClock clock = new WallClock()) {
      Lane lane = clock.lane("late");
      List<String> seen = Collections.synchronizedList(new ArrayList<>());
      CountDownLatch done = new CountDownLatch(2);
      Instant due = clock.now().plusMillis(30);
      lane.post(() -> clock.await(due.plusMillis(5), () -> false));
      lane.at(
          due,
          () -> {
            seen.add("tick");
            done.countDown();
          });
      lane.post(
          () -> {
            seen.add("event");
            done.countDown();
          });
      assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(seen).containsExactly("event", "tick");
    }
  }

  @Test
  void aStuckTaskIsDueUntilItIsEnded() throws InterruptedException {
    try (WallClock clock = new WallClock()) {
      Lane lane = clock.lane("stuck");
      CountDownLatch running = new CountDownLatch(1);
      CountDownLatch interrupted = new CountDownLatch(1);
      lane.post(
          () -> {
            running.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              interrupted.countDown();
            }
          });
      running.await();
      assertThat(lane.dueSince()).isNotNull().isBeforeOrEqualTo(clock.now());
      lane.end();
      assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void awaitEndsAtTheInstantOrWhenToldTo() {
    try (WallClock clock = new WallClock()) {
      assertThat(clock.await(clock.now().plusMillis(20), () -> false)).isFalse();
      assertThat(clock.await(clock.now().plus(Duration.ofHours(1)), () -> true)).isTrue();
    }
  }
}
