package io.streamsmonitor.agents.source.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** Threads with stacks deep enough for nested code; results keep the order of the tasks. */
final class Crew {
  private static final long STACK_BYTES = 128L << 20;

  private final int threads;
  private final Runnable progress;

  Crew(int threads, Runnable progress) {
    this.threads = threads;
    this.progress = progress;
  }

  /** Applies a worker, of which each thread has its own, to every item. */
  <A, B> List<B> map(List<A> items, Supplier<Function<A, B>> worker) {
    List<B> results = new ArrayList<>(items.size());
    items.forEach(i -> results.add(null));
    AtomicInteger next = new AtomicInteger();
    List<Thread> crew = new ArrayList<>();
    for (int i = 0; i < Math.min(threads, items.size()); i++) {
      Function<A, B> own = worker.get();
      Runnable work =
          () -> {
            for (int n = next.getAndIncrement(); n < items.size(); n = next.getAndIncrement()) {
              results.set(n, own.apply(items.get(n)));
            }
          };
      Thread thread = thread(work, "source-scan-" + i);
      thread.start();
      crew.add(thread);
    }
    crew.forEach(this::join);
    return results;
  }

  /** The result of work that wants a deep stack. */
  static <T> T deep(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    thread(task, "source-deep").start();
    return ReadAhead.await(task);
  }

  /** One that is not started yet. */
  static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(null, work, name, STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  int size() {
    return threads;
  }

  private void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join(1000);
        progress.run();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
