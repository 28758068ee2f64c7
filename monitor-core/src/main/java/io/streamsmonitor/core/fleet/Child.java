package io.streamsmonitor.core.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process that was started, with the thread that reads it and the one that awaits its end. */
final class Child {
  private static final Logger log = LoggerFactory.getLogger(Child.class);
  private static final int CHUNK = 64 << 10;
  private static final long PAUSE = Duration.ofMillis(250).toNanos();
  private static final Duration LAST_BYTES = Duration.ofSeconds(2);

  /** Takes bytes as they come. */
  @FunctionalInterface
  interface Chunk {
    void accept(byte[] buffer, int length);
  }

  private final String name;
  private final Process process;
  private final LineSource source;
  private final Thread reader;
  private final Thread waiter;
  private volatile long lastRead = System.nanoTime();

  /**
   * Begins to read.
   *
   * @param raw sees every chunk before it is cut into lines
   * @param ended gets the exit code, after the last line in all but odd cases
   */
  Child(String name, Process process, LineSource source, Chunk raw, IntConsumer ended) {
    this.name = name;
    this.process = process;
    this.source = source;
    reader = new Thread(() -> read(raw), "read-" + name);
    waiter = new Thread(() -> await(ended), "await-" + name);
    reader.setDaemon(true);
    waiter.setDaemon(true);
  }

  void begin() {
    reader.start();
    waiter.start();
  }

  String name() {
    return name;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** {@code , exit 0}, or nothing while it runs. */
  String exit() {
    return process.isAlive() ? "" : ", exit " + process.exitValue();
  }

  private void read(Chunk raw) {
    byte[] buffer = new byte[CHUNK];
    try (InputStream in = process.getInputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        lastRead = System.nanoTime();
        int length = n;
        guarded(() -> raw.accept(buffer, length));
        guarded(() -> source.accept(buffer, 0, length));
      }
    } catch (IOException e) {
      log.debug("output of {} ended: {}", name, e.toString());
    }
    guarded(source::close);
  }

  /** A receiver that fails must not stop the reading: the service would hang on a full pipe. */
  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.error("a line of {} could not be handled", name, e);
    }
  }

  /** Gives out an unfinished line after a pause. */
  void look() {
    if (System.nanoTime() - lastRead > PAUSE) {
      guarded(source::flushPartial);
    }
  }

  private void await(IntConsumer ended) {
    try {
      int code = process.waitFor();
      reader.join(LAST_BYTES.toMillis()); // a grandchild may hold the pipe open
      guarded(() -> ended.accept(code));
    } catch (InterruptedException e) {
      log.debug("no longer awaiting {}", name);
    }
  }

  /** Waits until its end was reported, for a moment at most. */
  void awaitReport() {
    try {
      waiter.join(2 * LAST_BYTES.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
