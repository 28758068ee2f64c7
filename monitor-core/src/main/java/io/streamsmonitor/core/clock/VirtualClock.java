package io.streamsmonitor.core.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Time that passes only when it is told to, on the calling thread: tasks of all lanes run in the
 * order of their instant, then of their registration. Not thread-safe.
 */
public final class VirtualClock implements SessionClock {
  /** Where virtual time starts: fixed and not zero, so that a forgotten zero shows. */
  public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private record Task(Instant when, long order, VirtualLane lane, Runnable body) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::when).thenComparingLong(Task::order));
  private Instant now;
  private long order;

  public VirtualClock() {
    this(START);
  }

  public VirtualClock(Instant start) {
    now = start;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Lane lane(String name) {
    return new VirtualLane();
  }

  /** Lets this much time pass. */
  public void advance(Duration duration) {
    await(now.plus(duration), () -> false);
  }

  @Override
  public boolean await(Instant until, BooleanSupplier stop) {
    while (true) {
      if (stop.getAsBoolean()) {
        return true;
      }
      Task next = tasks.peek();
      if (next == null || next.when().isAfter(until)) {
        now = until.isAfter(now) ? until : now;
        return stop.getAsBoolean();
      }
      tasks.remove();
      now = next.when().isAfter(now) ? next.when() : now;
      if (!next.lane().ended) {
        next.lane().due = next.when();
        next.body().run();
        next.lane().due = null;
      }
    }
  }

  @Override
  public void close() {
    tasks.clear();
  }

  private final class VirtualLane implements Lane {
    private boolean ended;
    private @Nullable Instant due;

    @Override
    public void at(Instant when, Runnable task) {
      tasks.add(new Task(when, order++, this, task));
    }

    @Override
    public void post(Runnable task) {
      at(now, task);
    }

    @Override
    public @Nullable Instant dueSince() {
      return due;
    }

    @Override
    public void progress() {
      if (due != null) {
        due = now;
      }
    }

    @Override
    public void end() {
      ended = true;
    }
  }
}
