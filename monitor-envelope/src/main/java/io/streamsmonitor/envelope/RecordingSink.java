package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.LifecycleEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keeps every event in memory, for the tests of a service. */
public final class RecordingSink implements EventSink {
  private final List<LifecycleEvent> events = new ArrayList<>();

  @Override
  public synchronized void emit(LifecycleEvent event) {
    events.add(event);
    notifyAll();
  }

  /** Everything so far, in the order of arrival. */
  public synchronized List<LifecycleEvent> events() {
    return List.copyOf(events);
  }

  /** Everything of one name so far, such as {@code redis.publish}. */
  public List<LifecycleEvent> events(String name) {
    return events().stream().filter(event -> event.event().equals(name)).toList();
  }

  /**
   * Waits until {@code count} events of one name have come and returns them all.
   *
   * @throws AssertionError when they have not come in time; the message lists what did
   */
  public List<LifecycleEvent> await(String name, int count, Duration atMost) {
    return await(event -> event.event().equals(name), name, count, atMost);
  }

  /** Waits until {@code count} events match and returns all that do. */
  public synchronized List<LifecycleEvent> await(
      Predicate<LifecycleEvent> wanted, String called, int count, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      List<LifecycleEvent> found = events.stream().filter(wanted).toList();
      if (found.size() >= count) {
        return found;
      }
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError(
            "waited for %d x %s, got %d among %s"
                .formatted(
                    count,
                    called,
                    found.size(),
                    events.stream().map(LifecycleEvent::toJson).toList()));
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting for " + called, e);
      }
    }
  }
}
