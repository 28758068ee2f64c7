package io.streamsmonitor.core.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The machine's time. It follows the monotonic clock from one reading of the wall clock, so that a
 * jump of the wall clock neither shortens nor lengthens a session.
 */
public final class WallClock implements SessionClock {
  private static final long STOP_LOOK_NANOS = Duration.ofMillis(50).toNanos();

  private final Instant epoch = Instant.now();
  private final long origin = System.nanoTime();
  private final List<WallLane> lanes = new CopyOnWriteArrayList<>();

  @Override
  public Instant now() {
    return epoch.plusNanos(System.nanoTime() - origin);
  }

  @Override
  public Lane lane(String name) {
    WallLane lane = new WallLane(name, this);
    lanes.add(lane);
    return lane;
  }

  @Override
  public boolean await(Instant until, BooleanSupplier stop) {
    while (!stop.getAsBoolean()) {
      long left = Duration.between(now(), until).toNanos();
      if (left <= 0) {
        return false;
      }
      LockSupport.parkNanos(Math.min(left, STOP_LOOK_NANOS));
      if (Thread.currentThread().isInterrupted()) {
        return true;
      }
    }
    return true;
  }

  @Override
  public void close() {
    lanes.forEach(WallLane::end);
  }
}
