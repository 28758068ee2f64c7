package io.streamsmonitor.core.fleet;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that looks, ten times a second, at what sends no signal. */
final class Lookout implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Lookout.class);
  private static final long LOOK_MS = 100;
  private static final long SURVEY_MS = 2000;

  private final Runnable look;
  private final Runnable survey;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "fleet-lookout");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable ScheduledFuture<?> looks;
  private @Nullable ScheduledFuture<?> surveys;

  /**
   * @param look costs little
   * @param survey reads the table of processes
   */
  Lookout(Runnable look, Runnable survey) {
    this.look = look;
    this.survey = survey;
  }

  void begin() {
    looks = timer.scheduleWithFixedDelay(guarded(look), 0, LOOK_MS, TimeUnit.MILLISECONDS);
    surveys = timer.scheduleWithFixedDelay(guarded(survey), 300, SURVEY_MS, TimeUnit.MILLISECONDS);
  }

  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        log.error("a look at the fleet failed", e);
      }
    };
  }

  @Override
  public void close() {
    if (looks != null && surveys != null) {
      looks.cancel(false);
      surveys.cancel(false);
    }
    timer.shutdown();
  }
}
