package io.streamsmonitor.examples.shop;

import io.streamsmonitor.envelope.MonitoredRedis;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a service does by the clock rather than on a message. A failed duty is logged and repeated.
 */
public final class Duties implements AutoCloseable {
  private static final int THREADS = 4;

  private final ScheduledThreadPoolExecutor clockwork;
  private final MonitoredRedis redis;

  /** On SIGTERM duties end at once: what they would still publish would meet a closed client. */
  private final Thread atExit = new Thread(this::stop, "end of duties");

  private @Nullable HealthEndpoint endpoint;

  Duties(MonitoredRedis redis) {
    this.redis = redis;
    this.clockwork =
        new ScheduledThreadPoolExecutor(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "duty");
              thread.setDaemon(true);
              return thread;
            });
    clockwork.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Does the duty every {@code period}, first after {@code delay}. */
  public void every(Duration delay, Duration period, Runnable duty) {
    var unused =
        clockwork.scheduleAtFixedRate(
            () -> run(duty), delay.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Does the duty once, after {@code delay}. */
  public void after(Duration delay, Runnable duty) {
    var unused = clockwork.schedule(() -> run(duty), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Does the duty again and again, with {@code pause} in between; it may block. */
  public void again(Duration pause, Runnable duty) {
    var unused =
        clockwork.scheduleWithFixedDelay(
            () -> run(duty), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void run(Runnable duty) {
    try {
      duty.run();
    } catch (RuntimeException e) {
      if (!clockwork.isShutdown()) {
        redis.log().error("duty.failed", "a duty failed and will be repeated", e, Map.of());
      }
    }
  }

  /** Closes something of the service's together with its duties. */
  void closeWith(HealthEndpoint opened) {
    endpoint = opened;
  }

  private void stop() {
    clockwork.shutdownNow();
  }

  @Override
  public void close() {
    stop();
    forgetHook();
    if (endpoint != null) {
      endpoint.close();
    }
  }

  private void forgetHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process is ending already, which is what the hook is for.
      return;
    }
  }
}
