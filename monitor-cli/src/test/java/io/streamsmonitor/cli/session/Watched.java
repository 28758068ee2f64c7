package io.streamsmonitor.cli.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for another process to show something. */
final class Watched {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private Watched() {}

  static void until(BooleanSupplier seen, String what) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!seen.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited " + LIMIT.toSeconds() + " s in vain until " + what);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
