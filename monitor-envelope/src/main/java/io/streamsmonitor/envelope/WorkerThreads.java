package io.streamsmonitor.envelope;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads named after what they work on. */
final class WorkerThreads implements ThreadFactory {
  private final String work;
  private final AtomicInteger number = new AtomicInteger();

  WorkerThreads(String work) {
    this.work = work;
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, work + " " + number.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
