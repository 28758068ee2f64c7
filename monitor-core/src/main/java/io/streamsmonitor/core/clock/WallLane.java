package io.streamsmonitor.core.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lane that is a daemon thread with a bounded queue: a full queue holds the writer back. */
final class WallLane implements Lane {
  private static final Logger log = LoggerFactory.getLogger(WallLane.class);
  private static final int QUEUE_LIMIT = 8192;

  private record Timed(Instant when, long order, Runnable body) {}

  private record Posted(Instant when, Runnable body) {}

  private final SessionClock clock;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Timed> timed =
      new PriorityQueue<>(Comparator.comparing(Timed::when).thenComparingLong(Timed::order));
  private final ArrayDeque<Posted> posted = new ArrayDeque<>();
  private long order;
  private boolean ended;
  private @Nullable Instant running;

  WallLane(String name, SessionClock clock) {
    this.clock = clock;
    thread = new Thread(this::work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void at(Instant when, Runnable task) {
    lock.lock();
    try {
      timed.add(new Timed(when, order++, task));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void post(Runnable task) {
    lock.lock();
    try {
      while (posted.size() >= QUEUE_LIMIT && !ended && Thread.currentThread() != thread) {
        changed.awaitUninterruptibly();
      }
      if (!ended) {
        posted.add(new Posted(clock.now(), task));
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public @Nullable Instant dueSince() {
    lock.lock();
    try {
      Timed next = timed.peek();
      boolean waiting = next != null && !next.when().isAfter(clock.now());
      return running != null ? running : waiting && next != null ? next.when() : null;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void progress() {
    lock.lock();
    try {
      running = running == null ? null : clock.now();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void end() {
    lock.lock();
    try {
      ended = true;
      timed.clear();
      posted.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    thread.interrupt();
  }

  private void work() {
    while (true) {
      Runnable task = take();
      if (task == null) {
        return;
      }
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        log.error("lane {}: a task failed outside its own guard", thread.getName(), e);
      }
    }
  }

  private @Nullable Runnable take() {
    lock.lock();
    try {
      running = null;
      while (!ended) {
        Instant now = clock.now();
        Timed next = timed.peek();
        Posted event = posted.peek();
        // In the order of time: what is due has seen everything that came before.
        if (next != null
            && !next.when().isAfter(now)
            && (event == null || !event.when().isBefore(next.when()))) {
          timed.remove();
          running = now;
          return next.body();
        }
        if (event != null) {
          posted.remove();
          running = now;
          changed.signalAll();
          return event.body();
        }
        if (next == null) {
          changed.awaitUninterruptibly();
        } else {
          waitNanos(Duration.between(now, next.when()).toNanos());
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings("WaitNotInLoop") // take() loops
  private void waitNanos(long nanos) {
    try {
      boolean signalled = changed.await(nanos, TimeUnit.NANOSECONDS);
      log.trace("lane {} woke, signalled: {}", thread.getName(), signalled);
    } catch (InterruptedException e) {
      log.trace("lane {} interrupted", thread.getName());
    }
  }
}
