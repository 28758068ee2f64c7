package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.Fields;
import io.streamsmonitor.envelope.events.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/** The beginning and the end of a service: each happens once, and each is written down. */
final class ServiceLife {
  private final AuditTrail trail;
  private final Topology topology;
  private final int port;
  private final LongSupplier stop;
  private final long bornNanos = System.nanoTime();
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicBoolean ending = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(new WorkerThreads("channel health"));
  private final Thread hook = new Thread(() -> end(ShutdownReason.SIGTERM), "service shutdown");

  /**
   * @param stop ends everything in order and returns how many messages stay pending
   */
  ServiceLife(AuditTrail trail, Topology topology, int port, LongSupplier stop) {
    this.trail = trail;
    this.topology = topology;
    this.port = port;
    this.stop = stop;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  void every(Duration period, Runnable task) {
    long nanos = period.toNanos();
    ScheduledFuture<?> unused =
        ticker.scheduleAtFixedRate(task, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  void started() {
    if (started.compareAndSet(false, true)) {
      trail
          .line(Level.INFO, EventNames.STARTED)
          .took(sinceBirth())
          .with(Fields.PORT, port)
          .with(Fields.SUBSCRIBED_STREAMS, topology.subscribed())
          .with(Fields.PUBLISHED_STREAMS, topology.published())
          .with(Fields.CONSUMER_GROUPS, topology.groups())
          .say(trail.service() + " started");
    }
  }

  void awaitEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(ShutdownReason.MANUAL);
    }
  }

  /** Whoever comes second waits until the first is done, so that no line is cut off. */
  void end(ShutdownReason reason) {
    if (!ending.compareAndSet(false, true)) {
      awaitFirst();
      return;
    }
    ticker.shutdownNow();
    long pending = 0;
    try {
      pending = stop.getAsLong();
    } finally {
      trail
          .line(Level.INFO, EventNames.SHUTDOWN)
          .took(sinceBirth())
          .with(Fields.REASON, reason.wire())
          .with(Fields.PENDING_MESSAGES, pending)
          .say(trail.service() + " stopped: " + reason.wire());
      trail.flush();
      ended.countDown();
      forgetHook();
    }
  }

  private void awaitFirst() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void forgetHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is already ending, which is what the hook was for.
      return;
    }
  }

  private long sinceBirth() {
    return (System.nanoTime() - bornNanos) / 1_000_000;
  }
}
