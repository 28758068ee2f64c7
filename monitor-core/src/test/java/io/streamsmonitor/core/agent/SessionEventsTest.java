package io.streamsmonitor.core.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.clock.Lane;
import io.streamsmonitor.core.clock.VirtualClock;
import io.streamsmonitor.core.clock.WallClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SessionEventsTest {
  private final SessionEvents events = new SessionEvents();
  private final List<Integer> heard = new CopyOnWriteArrayList<>();

  @Test
  void whoAsksWhileEventsAreKeptGetsTheEarlierOnesToo() {
    VirtualClock clock = new VirtualClock();
    Lane lane = clock.lane("late");
    events.hold();
    events.publish(1);
    lane.post(() -> events.subscribe(Integer.class, lane, heard::add));
    events.publish(2);
    clock.advance(Duration.ZERO);
    events.publish(3);
    assertThat(events.release()).isZero();
    events.publish(4);
    clock.advance(Duration.ZERO);
    assertThat(heard).containsExactly(1, 2, 3, 4);
  }

  @Test
  void nobodyGetsAnythingTwiceOrNotAtAllHoweverThreadsMeet() {
    int count = 50_000;
    try (WallClock clock = new WallClock()) {
      Lane lane = clock.lane("late");
      events.hold();
      Thread writer = new Thread(() -> IntStream.range(0, count).forEach(events::publish));
      writer.start();
      lane.post(() -> events.subscribe(Integer.class, lane, heard::add));
      boolean all =
          clock.await(clock.now().plusSeconds(30), () -> heard.size() == count && joined(writer));
      assertThat(all).isTrue();
      assertThat(events.release()).isZero();
    }
    assertThat(heard).containsExactlyElementsOf(IntStream.range(0, count).boxed().toList());
  }

  private static boolean joined(Thread thread) {
    return !thread.isAlive();
  }
}
