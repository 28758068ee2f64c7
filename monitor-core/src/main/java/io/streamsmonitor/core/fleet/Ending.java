package io.streamsmonitor.core.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Ends processes: TERM to all of them, KILL to those that are left when the time is over. */
final class Ending {
  /** New forks and zombies send no signal, so one looks again this often. */
  private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();

  private static final Duration KILL = Duration.ofSeconds(3);

  private final OwnProcesses own;
  private final Function<ProcessHandle, String> exit;
  private final Map<ProcessHandle, String> asked = new LinkedHashMap<>();
  private final Map<ProcessHandle, String> outcomes = new LinkedHashMap<>();

  /**
   * @param exit {@code , exit 0} where the code of an ended process is known, else empty
   */
  Ending(OwnProcesses own, Function<ProcessHandle, String> exit) {
    this.own = own;
    this.exit = exit;
  }

  /** Waits until all have ended by themselves, at most this long. */
  void await(Duration limit) {
    long begun = System.nanoTime();
    Map<ProcessHandle, String> left = own.running();
    while (!left.isEmpty() && waited(begun, limit, left.keySet())) {
      left = own.running();
    }
  }

  /** TERM, at most {@code drain}, KILL; says what became of each process, a line each. */
  List<String> run(Duration drain) {
    long begun = System.nanoTime();
    Map<ProcessHandle, String> left = signal(false);
    while (!left.isEmpty() && waited(begun, drain, left.keySet())) {
      left = signal(false); // whoever was forked meanwhile is asked as well
      note(left, String.format(Locale.ROOT, " stopped in %.1f s", seconds(begun)));
    }
    Map<ProcessHandle, String> alive = left.isEmpty() ? left : kill();
    note(alive, " ignored TERM for " + drain.toSeconds() + " s and was killed");
    note(Map.of(), " could not be killed");
    List<String> lines = new ArrayList<>();
    outcomes.forEach((p, outcome) -> lines.add(asked.get(p) + outcome + exit.apply(p)));
    return lines;
  }

  /** KILL to all of them; returns those that are there all the same. */
  Map<ProcessHandle, String> kill() {
    boolean interrupted = Thread.interrupted();
    long begun = System.nanoTime();
    Map<ProcessHandle, String> left = signal(true);
    while (!left.isEmpty() && waited(begun, KILL, left.keySet())) {
      left = signal(true);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return left;
  }

  private Map<ProcessHandle, String> signal(boolean kill) {
    Map<ProcessHandle, String> running = own.running();
    running.forEach(
        (process, owner) -> {
          boolean first = asked.putIfAbsent(process, own.describe(process)) == null;
          if (kill) {
            process.destroyForcibly();
          } else if (first) {
            process.destroy();
          }
        });
    return running;
  }

  private void note(Map<ProcessHandle, String> left, String outcome) {
    for (ProcessHandle process : asked.keySet()) {
      if (!left.containsKey(process)) {
        outcomes.putIfAbsent(process, outcome);
      }
    }
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  /** Waits for all to end, a moment at most; false when the time is over or one is interrupted. */
  private static boolean waited(long begun, Duration limit, Collection<ProcessHandle> processes) {
    long rest = limit.toNanos() - (System.nanoTime() - begun);
    CompletableFuture<?>[] ends =
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(Math.min(rest, LOOK_NANOS), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return rest > 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
