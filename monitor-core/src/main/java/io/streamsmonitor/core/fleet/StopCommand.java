package io.streamsmonitor.core.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The user's own command that ends what the user's one command started. */
final class StopCommand {
  private final FleetSpec spec;
  private final Launcher launcher;
  private final Path output;
  private Duration took = Duration.ZERO;

  /**
   * @param output where its output is appended
   */
  StopCommand(FleetSpec spec, Launcher launcher, Path output) {
    this.spec = spec;
    this.launcher = launcher;
    this.output = output;
  }

  /** Runs it, at most this long; one that hangs stays among our processes, and is ended there. */
  String run(Duration limit, OwnProcesses own) {
    String name = "stop command " + String.join(" ", spec.stop());
    long begun = System.nanoTime();
    try {
      Process process = launcher.start(spec.stop(), spec.base(), Map.of(), output);
      own.add("fleet.stop", process.toHandle());
      boolean ended = process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
      took = Duration.ofNanos(System.nanoTime() - begun);
      String time = String.format(Locale.ROOT, "%.1f s", took.toNanos() / 1e9);
      return ended
          ? name + " ended in " + time + ", exit " + process.exitValue()
          : name + " did not end in " + time;
    } catch (IOException | UncheckedIOException e) {
      return name + " failed: " + e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return name + " was interrupted";
    }
  }

  Duration took() {
    return took;
  }
}
