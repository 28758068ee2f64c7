package io.streamsmonitor.core.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Every service of the fleet, the named ones first, then those found in the output. Thread-safe.
 */
final class FleetWatches {
  /** So long without a new name, a fleet whose names are not known counts as complete. */
  private static final long QUIET_NANOS = Duration.ofSeconds(2).toNanos();

  private static final long LOOK_NANOS = Duration.ofMillis(250).toNanos();

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, ServiceWatch> named = new LinkedHashMap<>();
  private final Map<String, ServiceWatch> found = new LinkedHashMap<>();
  private long lastFound = System.nanoTime();
  private Instant begun;

  FleetWatches(List<ServiceSpec> services, InstantSource clock) {
    this.clock = clock;
    this.begun = clock.instant();
    for (ServiceSpec spec : services) {
      named.put(
          spec.name(), watch(spec.name(), new ReadySignal(spec.name(), spec.ready(), spec.port())));
    }
  }

  private ServiceWatch watch(String name, ReadySignal signal) {
    return new ServiceWatch(name, signal, clock, this::signal);
  }

  /** The service of that name; a new one where there is none. */
  ServiceWatch of(String name) {
    lock.lock();
    try {
      ServiceWatch watch = named.containsKey(name) ? named.get(name) : found.get(name);
      if (watch == null) {
        watch = watch(name, new ReadySignal(name, null, 0));
        watch.started(0, begun);
        found.put(name, watch);
        lastFound = System.nanoTime();
        takeBack(watch);
      }
      return watch;
    } finally {
      lock.unlock();
    }
  }

  /** A ready line that came before its prefix was known to be one went to the fleet. */
  private void takeBack(ServiceWatch watch) {
    ServiceWatch fleet = found.get(Attribution.FLEET);
    String words = fleet == null || fleet == watch ? null : fleet.readyWords();
    RunnerPrefix prefix = words == null ? null : RunnerPrefix.of(words);
    if (words != null
        && prefix != null
        && watch.name().equals(ServiceNames.unknown(prefix.label()))) {
      watch.readyBy(words.substring(prefix.end()));
    }
  }

  /** From now on the one command of all runs: the time to ready is measured from here. */
  void begin() {
    lock.lock();
    try {
      begun = clock.instant();
      named.values().forEach(watch -> watch.started(0, begun));
    } finally {
      lock.unlock();
    }
  }

  /** Those that count as services: the runner's own lines only where there is nothing else. */
  List<ServiceWatch> services() {
    lock.lock();
    try {
      List<ServiceWatch> all = new ArrayList<>(named.values());
      found.values().stream()
          .filter(watch -> !watch.name().equals(Attribution.FLEET))
          .forEach(all::add);
      ServiceWatch fleet = found.get(Attribution.FLEET);
      return all.isEmpty() && fleet != null ? List.of(fleet) : all;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until every service is ready or ended, or the one command is, at most this long. */
  void await(Duration limit, @Nullable Child command) {
    lock.lock();
    try {
      long left = limit.toNanos();
      while (left > 0 && !settled(command)) {
        // quiet sends no signal
        long slice = Math.min(left, LOOK_NANOS);
        left -= slice - changed.awaitNanos(slice);
      }
      Instant lately = clock.instant().minus(limit.dividedBy(2));
      services().forEach(watch -> watch.readyIfAtWork(lately));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private boolean settled(@Nullable Child command) {
    if (!named.isEmpty() || command == null) {
      return named.values().stream().allMatch(ServiceWatch::settled);
    }
    boolean quiet = System.nanoTime() - lastFound > QUIET_NANOS;
    List<ServiceWatch> all = services();
    boolean ready = !all.isEmpty() && all.stream().allMatch(ServiceWatch::settled);
    return (ready && quiet) || (!command.alive() && of(Attribution.FLEET).settled());
  }

  private void signal() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
