package io.streamsmonitor.core.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thread of work on the time line: what runs in a lane never overlaps. */
public interface Lane {

  /** Runs the task at the instant, or as soon after it as the lane is free. */
  void at(Instant when, Runnable task);

  /**
   * Runs the task after what was posted before it. Blocks the caller while the lane's queue is
   * full, unless the caller is the lane itself.
   */
  void post(Runnable task);

  /** Since when a due task runs or waits without {@link #progress}; null while nothing is due. */
  @Nullable Instant dueSince();

  /** Says that the running task is alive. */
  void progress();

  /** Drops what waits and interrupts what runs. Nothing runs in the lane afterwards. */
  void end();
}
