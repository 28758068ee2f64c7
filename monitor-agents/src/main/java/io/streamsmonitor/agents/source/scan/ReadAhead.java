package io.streamsmonitor.agents.source.scan;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Threads that do what is likely to be asked for while nobody has asked yet; what is asked for goes
 * first. They end by themselves when there is nothing to do.
 */
final class ReadAhead {
  private final AtomicLong count = new AtomicLong();
  private final ThreadPoolExecutor threads;

  ReadAhead(int number) {
    threads =
        new ThreadPoolExecutor(
            number,
            number,
            1,
            TimeUnit.SECONDS,
            new PriorityBlockingQueue<>(),
            work -> Crew.thread(work, "source-ahead"));
    threads.allowCoreThreadTimeOut(true);
  }

  private record Turn(boolean urgent, long number, Runnable work)
      implements Runnable, Comparable<Turn> {
    @Override
    public void run() {
      work.run();
    }

    @Override
    public int compareTo(Turn other) {
      return urgent == other.urgent
          ? Long.compare(number, other.number)
          : Boolean.compare(other.urgent, urgent);
    }
  }

  /** Will be done some time, unless all is given up before. */
  void begin(FutureTask<?> task) {
    threads.execute(new Turn(false, count.incrementAndGet(), task));
  }

  /** The result of a task, begun or not. */
  <T> T result(FutureTask<T> task) {
    if (!task.isDone()) {
      threads.execute(new Turn(true, count.incrementAndGet(), task));
    }
    return await(task);
  }

  /** Waits for it, whatever comes. */
  static <T> T await(FutureTask<T> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException("a source could not be read ahead", e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Gives up what nobody has asked for. */
  void rest() {
    threads.getQueue().clear();
  }
}
