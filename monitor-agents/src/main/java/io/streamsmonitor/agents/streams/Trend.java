package io.streamsmonitor.agents.streams;

import org.jspecify.annotations.Nullable;

/**
 * How a group's lag develops, judged without a threshold: the rules of Burrow's evaluator, moved
 * from Kafka's offsets to a stream's read position, over the newest five samples.
 *
 * @param etaMs until the lag is gone at the pace of the window, or null where it does not shrink
 * @param perMinute entries the lag grows a minute; negative while it shrinks, 0 where there is none
 */
public record Trend(State state, @Nullable Long etaMs, double perMinute) {

  /** What the samples say together. */
  public enum State {
    /** Keeps up, or was at zero within the window: a burst. */
    OK,
    /** Behind, and the lag shrinks. */
    DRAINING,
    /** Reads, but the lag never shrinks. */
    WARN,
    /** Consumers are there, but the read position does not move. */
    STALL,
    /** The read position does not move and no consumer shows itself. */
    STOP,
    /** The read position went back. */
    REWIND,
    /** Fewer than three samples, or the lag is not known. */
    UNKNOWN
  }

  private static final int WINDOW = 5;
  private static final int LEAST = 3;
  private static final int STEADY = 4;

  /**
   * Judges the window. The order matters: an early verdict explains away a later one.
   *
   * @param samples of the group: columns {@link GroupTrack#LAG} and {@link GroupTrack#POSITION}
   * @param idleMs of the consumer that was active last, or -1 where there is none
   */
  public static Trend of(Samples samples, long idleMs) {
    int window = Math.min(WINDOW, samples.size());
    if (window < LEAST) {
      return new Trend(State.UNKNOWN, null, 0);
    }
    long lag = samples.value(GroupTrack.LAG, 0);
    if (lag <= 0) {
      return new Trend(lag < 0 ? State.UNKNOWN : State.OK, null, 0);
    }
    double slope = slope(samples, window);
    boolean moved = samples.rise(GroupTrack.POSITION, window - 1) != 0;
    long span = samples.at(0) - samples.at(window - 1);
    if (wentBack(samples, window)) {
      return new Trend(State.REWIND, null, slope);
    }
    // Zero at any time in the window is a burst; this rule alone spares most false alarms.
    if (wasZero(samples, window)) {
      return new Trend(State.OK, null, slope);
    }
    if (!moved) {
      boolean silent = idleMs < 0 || idleMs >= span;
      return new Trend(silent ? State.STOP : State.STALL, null, slope);
    }
    if (slope < 0
        && lag < samples.value(GroupTrack.LAG, window - 1)
        && neverRose(samples, window)) {
      return new Trend(State.DRAINING, Math.round(lag / -slope * 60_000), slope);
    }
    return new Trend(neverShrank(samples, window) ? State.WARN : State.OK, null, slope);
  }

  /** Least squares, in entries a minute. */
  private static double slope(Samples samples, int window) {
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < window; i++) {
      meanX += (samples.at(i) - samples.at(0)) / 60_000.0 / window;
      meanY += samples.value(GroupTrack.LAG, i) / (double) window;
    }
    double top = 0;
    double bottom = 0;
    for (int i = 0; i < window; i++) {
      double x = (samples.at(i) - samples.at(0)) / 60_000.0 - meanX;
      top += x * (samples.value(GroupTrack.LAG, i) - meanY);
      bottom += x * x;
    }
    return bottom == 0 ? 0 : top / bottom;
  }

  private static boolean wentBack(Samples samples, int window) {
    for (int i = 0; i + 1 < window; i++) {
      if (samples.value(GroupTrack.POSITION, i) < samples.value(GroupTrack.POSITION, i + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean wasZero(Samples samples, int window) {
    for (int i = 0; i < window; i++) {
      if (samples.value(GroupTrack.LAG, i) == 0) {
        return true;
      }
    }
    return false;
  }

  /** The newest looks alone: trimming makes a lag that grows fall now and then. */
  private static boolean neverRose(Samples samples, int window) {
    for (int i = 0; i + 1 < Math.min(window, STEADY); i++) {
      if (samples.value(GroupTrack.LAG, i) > samples.value(GroupTrack.LAG, i + 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean neverShrank(Samples samples, int window) {
    for (int i = 0; i + 1 < window; i++) {
      if (samples.value(GroupTrack.LAG, i) < samples.value(GroupTrack.LAG, i + 1)) {
        return false;
      }
    }
    return true;
  }
}
